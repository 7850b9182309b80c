using System.Text.Json;

namespace Peer;

/// <summary>What the peer reads of a request: the operation's name, by which it knows the document, and the variables.</summary>
/// <param name="Operation">The key <c>operationName</c>; the document itself is skipped.</param>
/// <param name="Variables">The variables as JSON; empty where there are none. Valid until the body is given back.</param>
internal readonly record struct PeerRequest(string Operation, ReadOnlyMemory<byte> Variables)
{
    public static PeerRequest Read(ReadOnlyMemory<byte> body)
    {
        var operation = "";
        var variables = ReadOnlyMemory<byte>.Empty;
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("operationName"u8))
            {
                reader.Read();
                operation = reader.GetString() ?? "";
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                variables = body[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        return new PeerRequest(operation, variables);
    }

    /// <summary>The text of a variable that every request of the operation brings.</summary>
    public string Text(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(Variables.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted)
            {
                return reader.GetString() ?? "";
            }

            reader.Skip();
        }

        return "";
    }
}
