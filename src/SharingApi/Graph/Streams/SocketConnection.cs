using System.Net.WebSockets;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Streams;

/// <summary>
/// Messages in and out of one WebSocket. Whoever sends waits for the message before it, and one that the other side does not
/// take in time ends the socket: nothing is ever queued.
/// </summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    /// <summary>How long a client has to answer a close before the connection is cut.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    private readonly WebSocket _socket;
    private readonly int _mostBytes;
    private readonly TimeSpan _sendTime;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _cut;
    private readonly CancellationTokenSource _ended;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _closing;

    /// <param name="socket">Accepted, and disposed of by whoever accepted it.</param>
    /// <param name="mostBytes">Bytes of one message in.</param>
    /// <param name="sendTime">How long one message out may take.</param>
    /// <param name="clock">Measures both times.</param>
    /// <param name="aborted">Set when the connection is gone.</param>
    public SocketConnection(
        WebSocket socket, int mostBytes, TimeSpan sendTime, TimeProvider clock, CancellationToken aborted)
    {
        _socket = socket;
        _mostBytes = mostBytes;
        _sendTime = sendTime;
        _clock = clock;
        _cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, _cut.Token);
    }

    /// <summary>Set once a close was sent: what is received after it is not looked at.</summary>
    public bool IsClosing => Volatile.Read(ref _closing) != 0;

    /// <summary>Reads one text message into the buffer; false where there are no more.</summary>
    public async ValueTask<bool> ReceiveAsync(PooledBuffer buffer)
    {
        buffer.Clear();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.GetMemory(1), _ended.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await CloseAsync(CloseReason.Normal);
                    return false;
                }

                // After a close of ours only the client's answer is waited for, however much it still sends.
                buffer.Advance(IsClosing ? 0 : part.Count);
                if (part.MessageType == WebSocketMessageType.Binary)
                {
                    await CloseAsync(CloseReason.BadMessage);
                }
                else if (buffer.Written.Length > _mostBytes)
                {
                    await CloseAsync(CloseReason.TooBig);
                    buffer.Clear();
                }

                if (part.EndOfMessage)
                {
                    return true;
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Sends one text message, put together from its parts, after those that were sent before.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> tail)
    {
        await _turn.WaitAsync(_ended.Token);
        try
        {
            if (IsClosing)
            {
                return;
            }

            using var late = new CancellationTokenSource(_sendTime, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, late.Token);

            // A send that is cancelled aborts the socket: the client is too slow for what it asked for.
            await _socket.SendAsync(head, WebSocketMessageType.Text, body.IsEmpty && tail.IsEmpty, either.Token);
            if (!body.IsEmpty || !tail.IsEmpty)
            {
                await _socket.SendAsync(body, WebSocketMessageType.Text, endOfMessage: false, either.Token);
                await _socket.SendAsync(tail, WebSocketMessageType.Text, endOfMessage: true, either.Token);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says goodbye, once; the connection is cut where the client does not answer.</summary>
    public async Task CloseAsync(CloseReason reason)
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
        {
            return;
        }

        try
        {
            _cut.CancelAfter(Parting);
            await _turn.WaitAsync(_ended.Token);
            try
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Text, _ended.Token);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // There is nobody to say it to.
        }
    }

    /// <summary>Ends whatever still waits to receive or to send.</summary>
    public Task CutAsync() => _cut.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _cut.CancelAsync();
        _ended.Dispose();
        _cut.Dispose();
        _turn.Dispose();
    }
}
