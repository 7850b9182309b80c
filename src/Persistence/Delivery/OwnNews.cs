using Domain.Delivery;
using Domain.StatusChanges;

namespace Persistence.Delivery;

/// <summary>Writes what concerns receivers themselves and no person: <c>GRANT_CHANGED</c> and <c>HEARTBEAT</c> (api.md 4).</summary>
internal sealed class OwnNews(SharingDbContext db, DateTimeOffset now)
{
    private int _told;

    /// <summary>One change, as the next entry of each of these feeds.</summary>
    public void Tell(StatusChangeType type, params IEnumerable<Receiver> receivers)
    {
        var change = new StatusChange
        {
            // Version-7 keys of one instant do not sort: a millisecond apart they tell the order in which they were made.
            Id = new(Guid.CreateVersion7(now.AddMilliseconds(_told++))),
            Type = type,
            RecordedAt = now,
        };
        db.StatusChanges.Add(change);
        foreach (var receiver in receivers)
        {
            db.FeedEntries.Add(new FeedEntry
            {
                ReceiverId = receiver.Id,
                Sequence = ++receiver.LastSequence,
                StatusChangeId = change.Id,
            });
        }
    }
}
