using Microsoft.EntityFrameworkCore;

namespace Persistence.Notices;

/// <summary>Holds a sender of many back while what came in files is long, so that the inbox does not grow with the file.</summary>
public sealed class InboxBacklog(IDbContextFactory<SharingDbContext> contexts, TimeProvider clock)
{
    /// <summary>Entries out of files that may stand in the inbox.</summary>
    public const int Longest = 2_000;

    private static readonly TimeSpan LooksAgain = TimeSpan.FromMilliseconds(20);

    // A server looks into its inbox every second, and applies the most that a transaction takes within another two.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private bool _nobodyApplies;

    /// <summary>Returns when the inbox is short, or when nobody seems to be at work on it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var (shortest, since) = (int.MaxValue, clock.GetTimestamp());
        while (!_nobodyApplies && await LengthAsync(cancellationToken) is var length && length > Longest)
        {
            if (length < shortest)
            {
                (shortest, since) = (length, clock.GetTimestamp());
            }

            _nobodyApplies = clock.GetElapsedTime(since) > Patience;
            await Task.Delay(LooksAgain, clock, cancellationToken);
        }
    }

    private async Task<int> LengthAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Inbox.Where(entry => entry.IsBulk).Take(10 * Longest).CountAsync(cancellationToken);
    }
}
