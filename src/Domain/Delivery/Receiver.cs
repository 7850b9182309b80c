using Domain.Access;
using Domain.StatusChanges;

namespace Domain.Delivery;

/// <summary>An application with a read grant for a purpose, now or earlier (api.md 4): owner of one ordered feed.</summary>
public sealed class Receiver
{
    public required int Id { get; init; }

    public required string Client { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>Sequence of the newest entry of the feed; 0 for none.</summary>
    public long LastSequence { get; set; }

    /// <summary>Everything up to here was acknowledged.</summary>
    public long AcknowledgedSequence { get; set; }
}

/// <summary>A status change in one receiver's feed: gapless from 1.</summary>
public sealed class FeedEntry
{
    public required int ReceiverId { get; init; }

    public required long Sequence { get; init; }

    public required StatusChangeId StatusChangeId { get; init; }

    public StatusChange? StatusChange { get; init; }
}
