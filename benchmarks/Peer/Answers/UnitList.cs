using System.Text.Json;

namespace Peer.Answers;

/// <summary>Scenario d: the first twenty of a management unit with a certificate status, with or without the number of all.</summary>
internal sealed class UnitList(string connectionString, bool counted) : IAnswer
{
    private const string Page =
        """
        SELECT Id, Name, CertificateStatus, CertificateValidUntil FROM Persons
        WHERE ManagementUnitCode = @unit AND CertificateStatus = @status ORDER BY Id LIMIT 20
        """;

    private const string Total =
        "SELECT COUNT(*) FROM Persons WHERE ManagementUnitCode = @unit AND CertificateStatus = @status";

    private readonly StatementPool _page = new(connectionString, Page, "@unit", "@status");
    private readonly StatementPool _total = new(connectionString, Total, "@unit", "@status");

    public string Operation => counted ? "UnitList" : "UnitListUncounted";

    public ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json)
    {
        var unit = request.Text("unit"u8);
        var status = request.Text("status"u8);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("persons"u8);
        if (counted)
        {
            using var total = _total.Rent(unit, status);
            json.WriteNumber("totalCount"u8, total.Count());
        }

        json.WriteStartArray("nodes"u8);
        using (var page = _page.Rent(unit, status))
        {
            using var row = page.Read();
            while (row.Read())
            {
                json.WriteStartObject();
                json.WriteId("person_", row, 0);
                json.WriteString("name"u8, row.GetString(1));
                json.WriteStartObject("certificate"u8);
                json.WriteString("status"u8, row.GetString(2));
                json.WriteString("validUntil"u8, row.GetString(3));
                json.WriteEndObject();
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
