using Domain.Access;
using Domain.Cases;
using Domain.Delivery;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Writing;

namespace Persistence.Delivery;

/// <summary>Reads a receiver's feed in its order, and takes its acknowledgements (api.md 4).</summary>
public sealed class Feed(IDbContextFactory<SharingDbContext> contexts, WriteChannel channel, TimeProvider clock)
{
    /// <summary>The receiver, or null where nothing was ever told to it.</summary>
    public async Task<Receiver?> ReceiverAsync(string client, Purpose purpose, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Receivers.AsNoTracking()
            .SingleOrDefaultAsync(receiver => receiver.Client == client && receiver.Purpose == purpose, cancellationToken);
    }

    /// <summary>Up to <paramref name="first"/> entries behind a place in the feed, oldest first.</summary>
    public async Task<IReadOnlyList<ToldChange>> ReadAsync(
        int receiver,
        long after,
        int first,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FeedEntries.AsNoTracking()
            .Where(entry => entry.ReceiverId == receiver && entry.Sequence > after)
            .OrderBy(entry => entry.Sequence)
            .Take(first)
            .Select(entry => new ToldChange(entry.Sequence, entry.StatusChange!))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The last sequence of every receiver: how far each feed has been written.</summary>
    public async Task<IReadOnlyList<Receiver>> ReceiversAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Receivers.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Notes that everything up to the sequence has arrived. An earlier acknowledgement is never taken back.</summary>
    /// <returns>Up to where the receiver has now acknowledged.</returns>
    public Task<long> AcknowledgeAsync(int receiver, long sequence, CancellationToken cancellationToken) =>
        channel.RunAsync(
            async (db, cancellation) =>
            {
                var row = await db.Receivers.SingleAsync(known => known.Id == receiver, cancellation);
                row.AcknowledgedSequence = Math.Max(row.AcknowledgedSequence, Math.Min(sequence, row.LastSequence));
                await CloseRecallsAsync(db, row, cancellation);
                return row.AcknowledgedSequence;
            },
            cancellationToken);

    /// <summary>A reversal that has arrived is no longer owed (domain.md 8.5).</summary>
    private Task<int> CloseRecallsAsync(SharingDbContext db, Receiver receiver, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Cases
            .Where(matter => matter.ReceiverId == receiver.Id && matter.FeedSequence <= receiver.AcknowledgedSequence &&
                matter.Kind == CaseKind.Recall && matter.State == CaseState.Open)
            .ExecuteUpdateAsync(
                matter => matter.SetProperty(c => c.State, CaseState.Closed).SetProperty(c => c.ClosedAt, now),
                cancellationToken);
    }
}

/// <summary>A status change at its place in one receiver's feed.</summary>
public sealed record ToldChange(long Sequence, StatusChange Change);
