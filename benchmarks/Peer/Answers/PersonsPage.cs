using System.Text;
using System.Text.Json;
using Domain.Persons;
using Domain.Places;
using Microsoft.Data.Sqlite;
using Persistence.Encryption;

namespace Peer.Answers;

/// <summary>Scenario a: fifty persons of ten fields with community and unit, masked as civil affairs sees them.</summary>
internal sealed class PersonsPage(string connectionString, FieldCipher cipher) : IAnswer
{
    // The community always exists: a left join only tells SQLite to begin with the persons, whose order then needs no sort.
    private const string Page =
        """
        SELECT p.Id, p.Name, p.IdNumber, p.Sex, p.BirthDate, p.Phone, p.LifeStatus, p.HukouAddress, p.CertificateStatus,
               p.CertificateLevel, p.CommunityCode, c.Name, p.ManagementUnitCode
        FROM Persons AS p LEFT JOIN Communities AS c ON c.Code = p.CommunityCode
        ORDER BY p.Id LIMIT 50
        """;

    private const int LongestPlain = 64;

    private readonly StatementPool _page = new(connectionString, Page);

    public string Operation => "PersonsPage";

    public ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("persons"u8);
        json.WriteStartArray("nodes"u8);
        using (var statement = _page.Rent())
        {
            using var row = statement.Read();
            while (row.Read())
            {
                WritePerson(row, json);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteDisclosure(json);
        json.WriteEndObject();
        return ValueTask.CompletedTask;
    }

    private void WritePerson(SqliteDataReader row, Utf8JsonWriter json)
    {
        Span<byte> plain = stackalloc byte[LongestPlain];
        json.WriteStartObject();
        json.WriteId("person_", row, 0);
        json.WriteString("name"u8, row.GetString(1));
        json.WriteString("idNumber"u8, row.Decrypt(2, cipher, plain));
        json.WriteString("sex"u8, row.GetString(3));
        json.WriteString("birthDate"u8, row.GetString(4));
        WritePhone(row.Decrypt(5, cipher, plain), json);
        json.WriteString("lifeStatus"u8, row.GetString(6));
        json.WriteStartObject("hukou"u8);
        json.WriteString("address"u8, row.IsDBNull(7) ? null : Mask.Address(row.GetString(7)));
        json.WriteEndObject();
        json.WriteStartObject("certificate"u8);
        json.WriteString("status"u8, row.GetString(8));
        json.WriteNumber("level"u8, row.GetInt32(9));
        json.WriteEndObject();
        json.WritePlace("community"u8, row.GetString(10), row.GetString(11));
        var unit = row.GetString(12);
        json.WritePlace("managementUnit"u8, unit, ManagementUnits.NameOf(unit));
        json.WriteEndObject();
    }

    private static void WritePhone(ReadOnlySpan<byte> phone, Utf8JsonWriter json)
    {
        if (phone.IsEmpty)
        {
            json.WriteNull("phone"u8);
        }
        else
        {
            json.WriteString("phone"u8, Mask.Phone(Encoding.UTF8.GetString(phone)));
        }
    }

    private static void WriteDisclosure(Utf8JsonWriter json)
    {
        json.WriteStartObject("extensions"u8);
        json.WriteStartArray("disclosure"u8);
        WriteMasked(json, "persons", "nodes", "phone");
        WriteMasked(json, "persons", "nodes", "hukou", "address");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMasked(Utf8JsonWriter json, params ReadOnlySpan<string> path)
    {
        json.WriteStartObject();
        json.WriteStartArray("path"u8);
        foreach (var name in path)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("level"u8, "MASKED"u8);
        json.WriteEndObject();
    }
}
