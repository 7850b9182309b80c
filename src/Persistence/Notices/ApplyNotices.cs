using Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Persistence.Cases;
using Persistence.Encryption;
using Persistence.StatusChanges;
using Persistence.Writing;

namespace Persistence.Notices;

/// <summary>Empties the inbox into the register, many notices to a transaction: live ones first, and a slice of those from files.</summary>
/// <remarks>
/// A notice leaves the inbox in the transaction that applies it: whatever moment the process ends at, the next start finds
/// it there or finds its effects. A fault while applying sets aside the one notice that has it (domain.md 8.2). A live notice
/// that comes while a slice is applied waits for that slice alone (ADR 0015).
/// </remarks>
public sealed partial class ApplyNotices(
    WriteChannel channel,
    NoticeEnvelope envelope,
    BlindIndex index,
    FieldCipher cipher,
    TimeProvider clock,
    ILogger<ApplyNotices> log)
{
    private const int BatchSize = 500;

    private readonly BulkSlice _slice = new();

    /// <summary>Applies all that is in the inbox.</summary>
    /// <remarks>What arrives while the last of it is applied may stay for the next call: a few alone cost as much as many.</remarks>
    /// <returns>How many entries left the inbox, dummies among them.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var applied = 0;
        var after = default(Place);
        while (true)
        {
            var step = await StepAsync(after, cancellationToken);
            applied += step.Applied;
            after = step.Last;
            if (step.IsLast)
            {
                return applied;
            }
        }
    }

    private async Task<Step> StepAsync(Place after, CancellationToken cancellationToken)
    {
        var slice = _slice.Size;
        var started = clock.GetTimestamp();
        try
        {
            var step = await channel.RunAsync(
                (db, cancellation) => TakeAsync(db, after, BatchSize, slice, cancellation), cancellationToken, isLong: true);
            _slice.Took(step.Bulk, clock.GetElapsedTime(started));
            return step with { IsLast = step.Seen - step.Bulk < BatchSize && step.Bulk < slice };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BatchFailed(fault.GetType().Name);
            return await OneByOneAsync(after, cancellationToken);
        }
    }

    private async Task<Step> TakeAsync(SharingDbContext db, Place after, int live, int bulk, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(db, after, live, bulk, cancellationToken);
        if (entries.Count == 0)
        {
            return new(0, 0, 0, after);
        }

        InboxMessage[] messages = [.. entries.Select(entry => InboxMessage.Open(entry, envelope, index)).OfType<InboxMessage>()];
        await new NoticeBatch(db, ToolsAt(clock.GetUtcNow())).ApplyAsync(messages, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        long[] ids = [.. entries.Select(entry => entry.Id)];
        await db.Inbox.Where(entry => ids.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
        return new(entries.Count, entries.Count(entry => entry.IsBulk), entries.Count, after.Behind(entries));
    }

    /// <summary>Goes through a batch that failed as a whole, so that only what has the fault is set aside.</summary>
    private async Task<Step> OneByOneAsync(Place after, CancellationToken cancellationToken)
    {
        var step = new Step(0, 0, 0, after);
        while (step.Seen < BatchSize)
        {
            var one = await OneAsync(step.Last, cancellationToken);
            if (one.Seen == 0)
            {
                return step with { IsLast = true };
            }

            step = new(step.Seen + one.Seen, 0, step.Applied + one.Applied, one.Last);
        }

        return step;
    }

    private async Task<Step> OneAsync(Place after, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.RunAsync((db, cancellation) => TakeOneAsync(db, after, cancellation), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The message of a fault may quote what it choked on; its type and its place cannot.
            ApplyFailed(fault.GetType().Name, fault.StackTrace);
            return await channel.RunAsync((db, cancellation) => SetAsideAsync(db, after, cancellation), cancellationToken);
        }
    }

    private async Task<Step> TakeOneAsync(SharingDbContext db, Place after, CancellationToken cancellationToken)
    {
        var live = await TakeAsync(db, after, 1, 0, cancellationToken);
        return live.Seen > 0 ? live : await TakeAsync(db, after, 0, 1, cancellationToken);
    }

    private async Task<Step> SetAsideAsync(SharingDbContext db, Place after, CancellationToken cancellationToken)
    {
        if (await EntriesAsync(db, after, 1, 1, cancellationToken) is not [var entry, ..])
        {
            return new(0, 0, 0, after);
        }

        if (OpenOrNull(entry) is not InboxNotice inbox)
        {
            // Sealed with a key that is missing, or damaged; or a withdrawal that cannot be applied: it stays where it is until
            // an operator has mended that.
            Unreadable(entry.Id);
            return new(1, 0, 0, after.Behind([entry]));
        }

        var now = clock.GetUtcNow();
        var positions = await Positions.OpenAsync(db, cancellationToken);
        var evidence = inbox.ToEvidence(positions.Next(), now, envelope, match: null, stands: false);
        db.Evidence.Add(evidence);
        (await CaseOpening.OpenAsync(db, ToolsAt(now), cancellationToken)).ApplyFailed(evidence);
        await db.SaveChangesAsync(cancellationToken);
        await db.Inbox.Where(kept => kept.Id == entry.Id).ExecuteDeleteAsync(cancellationToken);
        return new(1, 0, 1, after.Behind([entry]));
    }

    private RegisterTools ToolsAt(DateTimeOffset now) => new(envelope, index, cipher, now);

    private InboxMessage? OpenOrNull(InboxEntry entry)
    {
        try
        {
            return InboxMessage.Open(entry, envelope, index);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            ApplyFailed(fault.GetType().Name, fault.StackTrace);
            return null;
        }
    }

    /// <summary>Live entries, and behind them those from files; each in the order of arrival.</summary>
    private static async Task<IReadOnlyList<InboxEntry>> EntriesAsync(
        SharingDbContext db,
        Place after,
        int live,
        int bulk,
        CancellationToken cancellationToken)
    {
        var entries = await RowAsync(db, isBulk: false, after.Live, live, cancellationToken);

        // Bulk only behind all that is live: what undoes a notice is then applied, or not yet received.
        return live > 0 && entries.Count == live
            ? entries
            : [.. entries, .. await RowAsync(db, isBulk: true, after.Bulk, bulk, cancellationToken)];
    }

    private static async Task<IReadOnlyList<InboxEntry>> RowAsync(
        SharingDbContext db,
        bool isBulk,
        long after,
        int size,
        CancellationToken cancellationToken) => size == 0
        ? []
        : await db.Inbox.AsNoTracking().Where(entry => entry.IsBulk == isBulk && entry.Id > after).OrderBy(entry => entry.Id).Take(size)
            .ToListAsync(cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "A batch of notices could not be applied ({Fault}); going on one by one.")]
    private partial void BatchFailed(string fault);

    [LoggerMessage(2, LogLevel.Error, "A notice could not be applied and becomes a case: {Fault} {Place}")]
    private partial void ApplyFailed(string fault, string? place);

    [LoggerMessage(3, LogLevel.Critical, "Inbox entry {Id} cannot be opened and waits.")]
    private partial void Unreadable(long id);

    /// <summary>How far both rows of the inbox were looked at.</summary>
    private readonly record struct Place(long Live, long Bulk)
    {
        public Place Behind(IReadOnlyList<InboxEntry> entries) => new(
            entries.Where(entry => !entry.IsBulk).Select(entry => entry.Id).DefaultIfEmpty(Live).Max(),
            entries.Where(entry => entry.IsBulk).Select(entry => entry.Id).DefaultIfEmpty(Bulk).Max());
    }

    /// <param name="Seen">Entries looked at.</param>
    /// <param name="Bulk">Those of them that came in files.</param>
    /// <param name="Applied">Entries that left the inbox.</param>
    /// <param name="Last">How far was looked.</param>
    private readonly record struct Step(int Seen, int Bulk, int Applied, Place Last)
    {
        /// <summary>Whether nothing was left when it was taken.</summary>
        public bool IsLast { get; init; }
    }
}
