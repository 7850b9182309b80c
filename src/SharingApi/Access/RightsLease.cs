namespace SharingApi.Access;

/// <summary>Keeps count of the operations that run on today's rights, so that a change of rights can wait for those of yesterday.</summary>
/// <remarks>
/// An operation keeps the disclosure that it was opened with. When a mutation that takes a right away returns, not one field
/// more may leave under it: so the mutation waits until every operation that was opened before has sent its answer.
/// </remarks>
internal sealed class RightsLeases
{
    /// <summary>Nobody who reads slowly can keep a change of rights from returning.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private RightsEpoch _current = new();

    /// <summary>Taken before the rights are looked up, given back when the answer has been sent.</summary>
    public RightsLease Take()
    {
        while (true)
        {
            var epoch = Volatile.Read(ref _current);
            if (epoch.TryEnter())
            {
                return new RightsLease(epoch);
            }
        }
    }

    /// <summary>Called when the new rights are in place; returns when nothing runs on the old ones any more.</summary>
    /// <param name="own">The lease of the operation that changed the rights: it waits for the others, not for itself.</param>
    public async Task OutliveAsync(RightsLease? own)
    {
        var old = Interlocked.Exchange(ref _current, new RightsEpoch());
        own?.Dispose();
        try
        {
            await old.Retire().WaitAsync(LongestWait);
        }
        catch (TimeoutException)
        {
            // Its bytes left for the network before the rights changed; the client is slow to take them.
        }
    }
}

/// <summary>One operation's hold on the rights that it was opened with.</summary>
internal sealed class RightsLease(RightsEpoch epoch) : IDisposable
{
    private RightsEpoch? _epoch = epoch;

    public void Dispose() => Interlocked.Exchange(ref _epoch, null)?.Leave();
}

/// <summary>The time between two changes of rights.</summary>
internal sealed class RightsEpoch
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the epoch itself while it is the current one.
    private int _holds = 1;

    public bool TryEnter()
    {
        var holds = Volatile.Read(ref _holds);
        while (holds > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holds, holds + 1, holds);
            if (seen == holds)
            {
                return true;
            }

            holds = seen;
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            _over.SetResult();
        }
    }

    /// <summary>Lets nobody in any more; completes when the last has left.</summary>
    public Task Retire()
    {
        Leave();
        return _over.Task;
    }
}
