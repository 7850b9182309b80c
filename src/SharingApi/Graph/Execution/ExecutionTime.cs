using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Execution;

/// <summary>Gives each operation its time (<c>Limits:ExecutionSeconds</c>): a token that is set when it is over, or when its caller is gone.</summary>
/// <remarks>What ended in time is used again, so that an ordinary request allocates neither a timer nor a source of tokens.</remarks>
internal sealed class ExecutionTime(IOptions<LimitOptions> options, TimeProvider clock)
{
    private readonly ConcurrentBag<ExecutionSpan> _idle = [];
    private readonly TimeSpan _most = TimeSpan.FromSeconds(options.Value.ExecutionSeconds);

    /// <summary>Begins the time of an operation; it ends with <see cref="End"/>.</summary>
    /// <param name="caller">Set when nobody waits for the answer any more.</param>
    public ExecutionSpan Begin(CancellationToken caller)
    {
        if (!_idle.TryTake(out var span))
        {
            span = new ExecutionSpan(_most, clock);
        }

        span.Begin(caller);
        return span;
    }

    public void End(ExecutionSpan span)
    {
        if (span.TryEnd())
        {
            _idle.Add(span);
        }
        else
        {
            span.Dispose();
        }
    }
}

/// <summary>The time of one operation after another.</summary>
internal sealed class ExecutionSpan : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Lock _gate = new();
    private readonly TimeSpan _most;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private CancellationTokenRegistration _caller;
    private long _began;

    public ExecutionSpan(TimeSpan most, TimeProvider clock)
    {
        _most = most;
        _clock = clock;
        _timer = clock.CreateTimer(
            static span => ((ExecutionSpan)span!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>True once the time was over; false where the caller went first.</summary>
    public bool IsOver { get; private set; }

    public void Begin(CancellationToken caller)
    {
        _began = _clock.GetTimestamp();
        _caller = caller.UnsafeRegister(static span => ((ExecutionSpan)span!)._source.Cancel(), this);
        _timer.Change(_most, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True where the token was never set, so that the span can serve again.</summary>
    public bool TryEnd()
    {
        // Waits for a caller who goes at this moment.
        _caller.Dispose();
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            return !IsOver && _source.TryReset();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Ring()
    {
        lock (_gate)
        {
            // A timer that was stopped may still ring once, into the next operation; that has only just begun.
            if (_clock.GetElapsedTime(_began) < _most / 2 || _source.IsCancellationRequested)
            {
                return;
            }

            IsOver = true;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The operation ended while its time did.
        }
    }
}
