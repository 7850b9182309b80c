using System.Text;
using System.Text.Json;
using Domain.Persons;
using Microsoft.Data.Sqlite;
using Persistence.Encryption;

namespace Peer.Answers;

/// <summary>Scenario b: one person by ID number, with the certificate's number and the service needs.</summary>
internal sealed class PersonByIdNumber(string connectionString, FieldCipher cipher, BlindIndex index) : IAnswer
{
    private const string ByIndex =
        """
        SELECT Id, Name, IdNumber, Sex, BirthDate, LifeStatus, CertificateCategory, CertificateLevel,
               CertificateReplacements, CertificateStatus
        FROM Persons WHERE IdNumberIndex = @index LIMIT 2
        """;

    private const string NeedsOfPerson =
        "SELECT Domain, ItemCode, Kind, Year, Status FROM ServiceNeeds WHERE PersonId = @person ORDER BY Id";

    private static readonly Dictionary<string, DisabilityCategory> Categories =
        Domain.Shared.ApiName<DisabilityCategory>.All.ToDictionary(StringComparer.Ordinal);

    private readonly StatementPool _person = new(connectionString, ByIndex, "@index");
    private readonly StatementPool _needs = new(connectionString, NeedsOfPerson, "@person");

    public string Operation => "PersonByIdNumber";

    public ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json)
    {
        var number = IdNumber.FromStore(request.Text("idNumber"u8));
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        using (var statement = _person.Rent(index.OfIdNumber(number)))
        {
            using var row = statement.Read();
            if (row.Read())
            {
                json.WriteStartObject("personByIdNumber"u8);
                WritePerson(row, json);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("personByIdNumber"u8);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return ValueTask.CompletedTask;
    }

    private void WritePerson(SqliteDataReader row, Utf8JsonWriter json)
    {
        Span<byte> plain = stackalloc byte[IdNumber.Length];
        var idNumber = row.Decrypt(2, cipher, plain);
        Span<char> number = stackalloc char[IdNumber.Length];
        Encoding.ASCII.GetChars(idNumber, number);
        json.WriteId("person_", row, 0);
        json.WriteString("name"u8, row.GetString(1));
        json.WriteString("idNumber"u8, idNumber);
        json.WriteString("sex"u8, row.GetString(3));
        json.WriteString("birthDate"u8, row.GetString(4));
        json.WriteString("lifeStatus"u8, row.GetString(5));
        json.WriteStartObject("certificate"u8);
        Span<char> text = stackalloc char[CertificateNumber.MaxLength];
        var length = CertificateNumber.Compose(number, Categories[row.GetString(6)], row.GetInt32(7), row.GetInt32(8), text);
        json.WriteString("number"u8, text[..length]);
        json.WriteString("status"u8, row.GetString(9));
        json.WriteEndObject();
        json.WriteStartArray("serviceNeeds"u8);
        WriteNeeds(row.GetFieldValue<byte[]>(0), json);
        json.WriteEndArray();
    }

    private void WriteNeeds(byte[] person, Utf8JsonWriter json)
    {
        using var statement = _needs.Rent(person);
        using var row = statement.Read();
        while (row.Read())
        {
            json.WriteStartObject();
            json.WriteString("domain"u8, row.GetString(0));
            json.WriteString("itemCode"u8, row.GetString(1));
            json.WriteString("kind"u8, row.GetString(2));
            json.WriteNumber("year"u8, row.GetInt32(3));
            json.WriteString("status"u8, row.GetString(4));
            json.WriteEndObject();
        }
    }
}
