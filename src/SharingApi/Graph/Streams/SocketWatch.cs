using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Streams;

/// <summary>The one clock of a socket: first until its init, then until it has been without an operation too long, or to its next ping.</summary>
internal sealed class SocketWatch : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _idleTime;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private int _operations;

    /// <param name="limits">How long each may take.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="ring">What is done when the time is over.</param>
    public SocketWatch(LimitOptions limits, TimeProvider clock, Func<Task> ring)
    {
        _idleTime = TimeSpan.FromSeconds(limits.SocketIdleSeconds);
        _timer = clock.CreateTimer(
            _ => _ = RingAsync(ring), null, TimeSpan.FromSeconds(limits.SocketInitSeconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The socket was let in.</summary>
    public void Open() => _timer.Change(_idleTime, Timeout.InfiniteTimeSpan);

    /// <summary>One operation more. The first sets the pings going; none after it holds up the next ping.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_operations++ == 0)
            {
                _timer.Change(PingEvery, PingEvery);
            }
        }
    }

    /// <summary>One operation less. After the last the socket may stay so long without one.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (--_operations == 0)
            {
                _timer.Change(_idleTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private static async Task RingAsync(Func<Task> ring)
    {
        try
        {
            await ring();
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException or System.Net.WebSockets.WebSocketException)
        {
            // The socket ended while its clock rang.
        }
    }
}
