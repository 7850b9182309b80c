namespace SharingApi.Graph.Streams;

/// <summary>One operation that runs on a socket.</summary>
internal sealed class SocketOperation(string id) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public string Id => id;

    /// <summary>Set when the client wants no more of it, or the socket ends.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Runs beside the socket's reader, so that a long operation holds up no message.</summary>
    public void Start(Func<Task> run) => _running = Task.Run(run);

    /// <summary>Ends it and waits until nothing of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
