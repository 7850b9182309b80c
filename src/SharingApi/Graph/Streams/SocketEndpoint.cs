using Microsoft.Extensions.Options;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Streams;

/// <summary>Takes WebSocket upgrades of <c>GET /graphql</c>: sub-protocol <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketEndpoint(
    OperationStreams streams,
    IOptions<LimitOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<SocketEndpoint> log)
{
    private const string SubProtocol = "graphql-transport-ws";

    public async Task AcceptAsync(HttpContext http)
    {
        var isSpoken = http.WebSockets.WebSocketRequestedProtocols.Contains(SubProtocol, StringComparer.Ordinal);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(isSpoken ? SubProtocol : null);
        await using var connection = new SocketConnection(
            socket, options.Value.BodyBytes, TimeSpan.FromSeconds(options.Value.SocketSendSeconds), clock, http.RequestAborted);
        await using var conversation = new Conversation(
            connection, streams, RequestOrigin.Of(http), options.Value, clock, log);
        await using var stopping = lifetime.ApplicationStopping.Register(() => _ = connection.CloseAsync(CloseReason.Stopping));
        if (!isSpoken)
        {
            await connection.CloseAsync(CloseReason.SubProtocol);
        }

        await conversation.RunAsync();
    }
}
