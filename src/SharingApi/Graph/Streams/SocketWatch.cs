using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Streams;

/// <summary>The one clock of a socket: first until its init, then until it has been without an operation too long, or to its next ping.</summary>
internal sealed class SocketWatch : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _idleTime;
    private readonly ITimer _timer;

    /// <param name="limits">How long each may take.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="ring">What is done when the time is over.</param>
    public SocketWatch(LimitOptions limits, TimeProvider clock, Func<Task> ring)
    {
        _idleTime = TimeSpan.FromSeconds(limits.SocketIdleSeconds);
        _timer = clock.CreateTimer(
            _ => _ = RingAsync(ring), null, TimeSpan.FromSeconds(limits.SocketInitSeconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>From now on the socket has no operation.</summary>
    public void BeIdle() => _timer.Change(_idleTime, Timeout.InfiniteTimeSpan);

    /// <summary>From now on it has one.</summary>
    public void BeBusy() => _timer.Change(PingEvery, PingEvery);

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
