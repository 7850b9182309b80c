using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Load;

/// <summary>Requests as the bytes that go over the wire.</summary>
internal static class HttpRequest
{
    /// <summary>A POST to <c>/graphql</c>.</summary>
    /// <param name="server">Where it goes.</param>
    /// <param name="token">Bearer token.</param>
    /// <param name="purpose">The header <c>Sharing-Purpose</c>; null where none is needed.</param>
    /// <param name="body">The GraphQL request as JSON.</param>
    public static byte[] Post(IPEndPoint server, string token, string? purpose, ReadOnlySpan<byte> body)
    {
        var head = new StringBuilder()
            .Append("POST /graphql HTTP/1.1\r\n")
            .Append("Host: ").Append(server).Append("\r\n")
            .Append("Authorization: Bearer ").Append(token).Append("\r\n");
        if (purpose is not null)
        {
            head.Append("Sharing-Purpose: ").Append(purpose).Append("\r\n");
        }

        head.Append("Accept: application/graphql-response+json\r\n")
            .Append("Content-Type: application/json\r\n")
            .Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
    }

    /// <summary>The GraphQL request of a document. The operation's name comes first, so that the peer finds it at once.</summary>
    public static byte[] Body(Document document, JsonObject? variables = null)
    {
        var request = new JsonObject { ["operationName"] = document.Operation, ["query"] = document.Text };
        if (variables is not null)
        {
            request["variables"] = variables;
        }

        return JsonSerializer.SerializeToUtf8Bytes(request);
    }
}
