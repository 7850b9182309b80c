using Domain.Access;
using Domain.Delivery;
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
        if (client?.Kind != ClientKind.Application || !Audiences.FeedPurposes.Contains(grant.Purpose))
        {
            return;
        }

        var receivers = await db.Receivers.ToListAsync(cancellationToken);
        var receiver = Audiences.ReceiverOf(db, receivers, grant.Client, grant.Purpose);
        var change = new StatusChange
        {
            Id = new(Guid.CreateVersion7(now)),
            Type = StatusChangeType.GrantChanged,
            RecordedAt = now,
        };
        db.StatusChanges.Add(change);
        db.FeedEntries.Add(new FeedEntry
        {
            ReceiverId = receiver.Id,
            Sequence = ++receiver.LastSequence,
            StatusChangeId = change.Id,
        });
    }
}
