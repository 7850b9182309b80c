using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace SharingApi.Tests.Ide;

/// <summary>A GraphQL endpoint of two fields, which keeps what the IDE sends to it: the tests of the IDE ask how the IDE
/// behaves, not what the register answers.</summary>
internal sealed class GraphStub
{
    public const string Answer = "answered-by-the-stub";
    public const string Event = "streamed-by-the-stub";

    private const string Streamed = $"{{\"data\":{{\"greeting\":\"{Event}\"}}}}";

    private static readonly GraphQLSerializer Serializer = new();

    private static readonly Schema Schema = GraphQL.Types.Schema.For(
        """
        type Query { greeting: String }
        type Subscription { greeting: String }
        """,
        static builder => builder.Types.For("Subscription").FieldFor("greeting").StreamResolver =
            new SourceStreamResolver<string>(static IObservable<string?> (_) => throw new NotSupportedException()));

    /// <summary>Request headers of the queries, introspection among them, in the order of arrival.</summary>
    public ConcurrentQueue<Dictionary<string, string>> RequestHeaders { get; } = new();

    /// <summary>Payloads of <c>connection_init</c>.</summary>
    public ConcurrentQueue<Dictionary<string, string>> InitPayloads { get; } = new();

    public Task AnswerAsync(HttpContext http) =>
        http.WebSockets.IsWebSocketRequest ? StreamAsync(http) : ExecuteAsync(http);

    private async Task ExecuteAsync(HttpContext http)
    {
        RequestHeaders.Enqueue(http.Request.Headers.ToDictionary(
            static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString()));

        var request = await Serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted);
        var result = await new DocumentExecuter().ExecuteAsync(options =>
        {
            options.Schema = Schema;
            options.Query = request!.Query;
            options.OperationName = request.OperationName;
            options.Root = new { Greeting = Answer };
            options.CancellationToken = http.RequestAborted;
        });
        http.Response.ContentType = "application/json";
        await Serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    /// <summary>graphql-transport-ws, as far as one event needs it.</summary>
    private async Task StreamAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync("graphql-transport-ws");
        var buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: WebSocketMessageType.Text } frame)
        {
            using var message = JsonDocument.Parse(buffer.AsMemory(0, frame.Count));
            foreach (var answer in AnswersTo(message.RootElement))
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(answer), WebSocketMessageType.Text, true, http.RequestAborted);
            }
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, http.RequestAborted);
    }

    private IEnumerable<string> AnswersTo(JsonElement message)
    {
        switch (message.GetProperty("type").GetString())
        {
            case "connection_init":
                InitPayloads.Enqueue(message.GetProperty("payload").Deserialize<Dictionary<string, string>>()!);
                yield return """{"type":"connection_ack"}""";
                break;
            case "subscribe":
                var id = message.GetProperty("id").GetRawText();
                yield return $"{{\"id\":{id},\"type\":\"next\",\"payload\":{Streamed}}}";
                yield return $"{{\"id\":{id},\"type\":\"complete\"}}";
                break;
            default:
                break;
        }
    }
}
