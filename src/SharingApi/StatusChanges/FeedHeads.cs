using System.Collections.Frozen;
using Domain.Access;
using Persistence.Delivery;
using Persistence.Writing;

namespace SharingApi.StatusChanges;

/// <summary>
/// How far every feed has been written. One look for all followers: woken by every commit of this process, and every second for
/// those of others, but only while somebody follows.
/// </summary>
internal sealed partial class FeedHeads(Feed feed, WriteChannel channel, TimeProvider clock, ILogger<FeedHeads> log) : BackgroundService
{
    private static readonly TimeSpan LooksAnyway = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _woken = new(0, 1);
    private volatile FeedLook _last = new(FrozenDictionary<(string, Purpose), long>.Empty);
    private int _followers;

    /// <summary>What was seen last; its <see cref="FeedLook.Next"/> completes with the next look that sees more.</summary>
    public FeedLook Last => _last;

    /// <summary>Looks for somebody who follows, until this is disposed of.</summary>
    public Following Follow()
    {
        Interlocked.Increment(ref _followers);
        Wake();
        return new(this);
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        channel.Committed += Wake;
        try
        {
            await using var timer = clock.CreateTimer(_ => Wake(), null, LooksAnyway, LooksAnyway);
            while (true)
            {
                await _woken.WaitAsync(stoppingToken);
                if (Volatile.Read(ref _followers) > 0)
                {
                    await LookAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            channel.Committed -= Wake;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var receivers = await feed.ReceiversAsync(cancellationToken);
            var heads = receivers.ToFrozenDictionary(
                receiver => (receiver.Client, receiver.Purpose), receiver => receiver.LastSequence);
            if (_last.IsBehind(heads))
            {
                var before = _last;
                _last = new(heads);
                before.Pass();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The store is away: the timer looks again.
            LookFailed(fault.GetType().Name, fault.StackTrace);
        }
    }

    private void Wake()
    {
        try
        {
            if (_woken.CurrentCount == 0)
            {
                _woken.Release();
            }
        }
        catch (Exception already) when (already is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else woke it at the same time; or the server stops.
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The feeds could not be looked at and will be again: {Fault} {Place}")]
    private partial void LookFailed(string fault, string? place);

    /// <summary>Counts one follower for as long as it lives.</summary>
    internal readonly struct Following(FeedHeads heads) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref heads._followers);
    }
}

/// <summary>One look at all feeds.</summary>
internal sealed class FeedLook(FrozenDictionary<(string Client, Purpose Purpose), long> heads)
{
    private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a later look has seen more.</summary>
    public Task Next => _next.Task;

    public long HeadOf(string client, Purpose purpose) => heads.GetValueOrDefault((client, purpose));

    public bool IsBehind(FrozenDictionary<(string Client, Purpose Purpose), long> seen) =>
        seen.Any(head => heads.GetValueOrDefault(head.Key) < head.Value);

    public void Pass() => _next.TrySetResult();
}
