using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SharingApi.Tests.Streams;

/// <summary>A bare client of graphql-transport-ws, that says whatever a test wants it to.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 20];

    private SocketClient()
    {
    }

    /// <summary>The code with which the server closed the socket.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<SocketClient> ConnectAsync(Uri address, string? subProtocol = "graphql-transport-ws")
    {
        var client = new SocketClient();
        if (subProtocol is not null)
        {
            client._socket.Options.AddSubProtocol(subProtocol);
        }

        await client._socket.ConnectAsync(
            new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>A socket that was let in.</summary>
    public static async Task<SocketClient> OpenAsync(Uri address, object? payload = null)
    {
        var client = await ConnectAsync(address);
        await client.SendAsync(new { type = "connection_init", payload });
        Assert.Equal("connection_ack", (await client.ReceiveAsync()).GetProperty("type").GetString());
        return client;
    }

    public Task SendAsync(object message) => SendAsync(JsonSerializer.Serialize(message));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    public Task SubscribeAsync(string id, string query, object? variables = null) =>
        SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>The next message.</summary>
    public async Task<JsonElement> ReceiveAsync() =>
        await TryReceiveAsync() is { } message ? message : throw new InvalidOperationException($"The server closed with {CloseCode}.");

    /// <summary>Takes messages until the server closes the socket, and says with which code.</summary>
    public async Task<int?> ClosedAsync()
    {
        while (await TryReceiveAsync() is not null)
        {
        }

        return CloseCode;
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>Answers the server's close, so that it need not wait.</summary>
    public Task AnswerCloseAsync() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement?> TryReceiveAsync()
    {
        var length = 0;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), late.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return JsonDocument.Parse(_buffer.AsMemory(0, length).ToArray()).RootElement;
            }
        }
    }
}
