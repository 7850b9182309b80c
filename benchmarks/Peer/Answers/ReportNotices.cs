using System.Text.Json;

namespace Peer.Answers;

/// <summary>Scenario c: takes the notices durably and answers the receipts that the server would give.</summary>
internal sealed class ReportNotices(NoticeStore store) : IAnswer
{
    public string Operation => "ReportNotices";

    public async ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json)
    {
        using var variables = JsonDocument.Parse(request.Variables);
        var notices = variables.RootElement.GetProperty("input").GetProperty("notices").EnumerateArray().ToList();
        var receivedAt = await store.AddAsync(notices);

        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("reportNotices"u8);
        json.WriteStartArray("receipts"u8);
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            json.WriteString("messageId"u8, notice.GetProperty("messageId").GetString());
            json.WriteString("receivedAt"u8, receivedAt.UtcDateTime);
            json.WriteString("state"u8, "ACCEPTED"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNull("errors"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
