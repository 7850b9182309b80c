using Domain.Access;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Delivery;

namespace Persistence.Access;

/// <summary>Tells the receiver whose rights changed, in its own feed (api.md 4): <c>GRANT_CHANGED</c>.</summary>
public static class GrantNews
{
    /// <summary>Adds the entry to the context. Humans, and purposes without a feed, have no receiver to tell.</summary>
    public static async Task TellAsync(SharingDbContext db, Grant grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var client = await db.Clients.FindAsync([grant.Client], cancellationToken);
        if (client?.Kind == ClientKind.Application && Audiences.FeedPurposes.Contains(grant.Purpose))
        {
            var receivers = await db.Receivers.ToListAsync(cancellationToken);
            new OwnNews(db, now).Tell(
                StatusChangeType.GrantChanged, Audiences.ReceiverOf(db, receivers, grant.Client, grant.Purpose));
        }
    }
}
