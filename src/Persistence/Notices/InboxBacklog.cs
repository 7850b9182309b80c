using Microsoft.EntityFrameworkCore;

namespace Persistence.Notices;

/// <summary>Holds a sender of many back while the inbox is long: a live notice never stands behind more than a few hundred.</summary>
/// <remarks>
/// The inbox is applied in the order of arrival, which a withdrawal relies on. So fairness is made at the door: whoever brings
/// a hundred thousand waits for the server, everybody else does not.
/// </remarks>
public sealed class InboxBacklog(IDbContextFactory<SharingDbContext> contexts, TimeProvider clock)
{
    /// <summary>Entries that a sender of many lets stand in the inbox.</summary>
    public const int Longest = 400;

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
        return await db.Inbox.Take(10 * Longest).CountAsync(cancellationToken);
    }
}
