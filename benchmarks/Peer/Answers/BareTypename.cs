using System.Text.Json;

namespace Peer.Answers;

/// <summary>Scenario e: what an endpoint costs that does nothing.</summary>
internal sealed class BareTypename : IAnswer
{
    public string Operation => "BareTypename";

    public ValueTask WriteAsync(PeerRequest request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteString("__typename"u8, "Query"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
