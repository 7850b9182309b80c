using Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Persistence.Cases;
using Persistence.Encryption;
using Persistence.StatusChanges;
using Persistence.Writing;

namespace Persistence.Notices;

/// <summary>Empties the inbox into the register, in the order of arrival, many notices to a transaction.</summary>
/// <remarks>
/// A notice leaves the inbox in the transaction that applies it: whatever moment the process ends at, the next start finds
/// it there or finds its effects. A fault while applying sets aside the one notice that has it (domain.md 8.2).
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

    /// <summary>Applies all that is in the inbox.</summary>
    /// <remarks>What arrives while the last of it is applied may stay for the next call: a few alone cost as much as many.</remarks>
    /// <returns>How many entries left the inbox, dummies among them.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var applied = 0;
        var last = 0L;
        while (true)
        {
            var step = await StepAsync(last, cancellationToken);
            applied += step.Applied;
            last = step.Last;
            if (step.Seen < BatchSize)
            {
                return applied;
            }
        }
    }

    private async Task<Step> StepAsync(long after, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.RunAsync((db, cancellation) => TakeAsync(db, after, BatchSize, cancellation), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BatchFailed(fault.GetType().Name);
            return await OneByOneAsync(after, cancellationToken);
        }
    }

    private async Task<Step> TakeAsync(SharingDbContext db, long after, int size, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(db, after, size, cancellationToken);
        if (entries.Count == 0)
        {
            return new(0, 0, after);
        }

        InboxMessage[] messages = [.. entries.Select(entry => InboxMessage.Open(entry, envelope, index)).OfType<InboxMessage>()];
        await new NoticeBatch(db, ToolsAt(clock.GetUtcNow())).ApplyAsync(messages, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        long[] ids = [.. entries.Select(entry => entry.Id)];
        await db.Inbox.Where(entry => ids.Contains(entry.Id)).ExecuteDeleteAsync(cancellationToken);
        return new(entries.Count, entries.Count, ids[^1]);
    }

    /// <summary>Goes through a batch that failed as a whole, so that only what has the fault is set aside.</summary>
    private async Task<Step> OneByOneAsync(long after, CancellationToken cancellationToken)
    {
        var step = new Step(0, 0, after);
        while (step.Seen < BatchSize)
        {
            var one = await OneAsync(step.Last, cancellationToken);
            if (one.Seen == 0)
            {
                break;
            }

            step = new(step.Seen + one.Seen, step.Applied + one.Applied, one.Last);
        }

        return step;
    }

    private async Task<Step> OneAsync(long after, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.RunAsync((db, cancellation) => TakeAsync(db, after, 1, cancellation), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The message of a fault may quote what it choked on; its type and its place cannot.
            ApplyFailed(fault.GetType().Name, fault.StackTrace);
            return await channel.RunAsync((db, cancellation) => SetAsideAsync(db, after, cancellation), cancellationToken);
        }
    }

    private async Task<Step> SetAsideAsync(SharingDbContext db, long after, CancellationToken cancellationToken)
    {
        if (await EntriesAsync(db, after, 1, cancellationToken) is not [var entry])
        {
            return new(0, 0, after);
        }

        if (OpenOrNull(entry) is not InboxNotice inbox)
        {
            // Sealed with a key that is missing, or damaged; or a withdrawal that cannot be applied: it stays where it is until
            // an operator has mended that.
            Unreadable(entry.Id);
            return new(1, 0, entry.Id);
        }

        var now = clock.GetUtcNow();
        var positions = await Positions.OpenAsync(db, cancellationToken);
        var evidence = inbox.ToEvidence(positions.Next(), now, envelope, match: null, stands: false);
        db.Evidence.Add(evidence);
        (await CaseOpening.OpenAsync(db, ToolsAt(now), cancellationToken)).ApplyFailed(evidence);
        await db.SaveChangesAsync(cancellationToken);
        await db.Inbox.Where(kept => kept.Id == entry.Id).ExecuteDeleteAsync(cancellationToken);
        return new(1, 1, entry.Id);
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

    private static Task<List<InboxEntry>> EntriesAsync(
        SharingDbContext db,
        long after,
        int size,
        CancellationToken cancellationToken) =>
        db.Inbox.AsNoTracking().Where(entry => entry.Id > after).OrderBy(entry => entry.Id).Take(size).ToListAsync(cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "A batch of notices could not be applied ({Fault}); going on one by one.")]
    private partial void BatchFailed(string fault);

    [LoggerMessage(2, LogLevel.Error, "A notice could not be applied and becomes a case: {Fault} {Place}")]
    private partial void ApplyFailed(string fault, string? place);

    [LoggerMessage(3, LogLevel.Critical, "Inbox entry {Id} cannot be opened and waits.")]
    private partial void Unreadable(long id);

    /// <param name="Seen">Entries looked at.</param>
    /// <param name="Applied">Entries that left the inbox.</param>
    /// <param name="Last">Id of the last entry looked at.</param>
    private readonly record struct Step(int Seen, int Applied, long Last);
}
