using System.Text.Json;
using System.Text.Unicode;

namespace SharingApi.Graph.Streams;

/// <summary>One message of a client, taken apart; its payload is judged where it is used.</summary>
internal readonly record struct SocketMessage(string Type, string? Id, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Longest id that a client may give an operation, in characters.</summary>
    private const int LongestId = 128;

    // The reader keeps one bit for each level and never recurses: whoever reads the payload has the limit.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>The message; null where the bytes are none.</summary>
    public static SocketMessage? Read(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(utf8.Span, AnyDepth);
            return Read(ref json, utf8);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Malformed, or a text with half a surrogate pair.
            return null;
        }
    }

    private static SocketMessage? Read(ref Utf8JsonReader json, ReadOnlyMemory<byte> utf8)
    {
        string? type = null;
        string? id = null;
        ReadOnlyMemory<byte>? payload = null;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString();
            json.Read();
            var isRepeated = key switch
            {
                "type" => type is not null,
                "id" => id is not null,
                "payload" => payload is not null,
                _ => false,
            };
            if (isRepeated || (key is "type" or "id" && json.TokenType != JsonTokenType.String))
            {
                return null;
            }

            var start = (int)json.TokenStartIndex;
            switch (key)
            {
                case "type":
                    type = json.GetString();
                    break;
                case "id":
                    id = json.GetString();
                    break;
                default:
                    json.Skip();
                    break;
            }

            payload = key == "payload" ? utf8[start..(int)json.BytesConsumed] : payload;
        }

        return type is null || id?.Length > LongestId || json.Read() ? null : new(type, id, payload ?? default);
    }
}
