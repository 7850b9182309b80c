using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Writing;

namespace Persistence.StatusChanges;

/// <summary>A step before it is written.</summary>
/// <param name="Person">Whose history it is.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="By">The office that took it; null for time.</param>
internal sealed record HistoryStep(PersonId Person, HistoryKind Kind, string? By)
{
    public PartialDate? OccurredOn { get; init; }

    public EvidenceId? Evidence { get; init; }

    public DecisionId? Decision { get; init; }

    public IReadOnlyList<HistoryChange> Changes { get; init; } = [];

    /// <summary>Evidence whose earlier steps this one takes back.</summary>
    public IReadOnlyList<EvidenceId> Reverses { get; init; } = [];

    /// <summary>Evidence whose earlier steps hold again.</summary>
    public EvidenceId? Revives { get; init; }
}

/// <summary>Writes the histories of persons, in the transaction of what happened to them.</summary>
internal sealed class HistoryWriting(SharingDbContext db, RegisterTools tools)
{
    private readonly List<HistoryStep> _steps = [];

    public void Add(HistoryStep step) => _steps.Add(step);

    /// <summary>Writes the steps in their order, and marks what they took back. Evidence and decisions have been saved before.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_steps.Count == 0)
        {
            return;
        }

        var last = await db.History.MaxAsync(entry => (long?)entry.Position, cancellationToken) ?? 0;
        HistoryEntry[] entries = [.. _steps.Select((step, i) => EntryOf(step, last + 1 + i))];
        await db.InsertAsync(entries);
        for (var i = 0; i < entries.Length; i++)
        {
            await MarkAsync(_steps[i], entries[i], cancellationToken);
        }

        _steps.Clear();
    }

    private HistoryEntry EntryOf(HistoryStep step, long position) => new()
    {
        Id = new(Guid.CreateVersion7(tools.Now)),
        Position = position,
        PersonId = step.Person,
        At = tools.Now,
        Kind = step.Kind,
        OccurredOn = step.OccurredOn,
        By = step.By,
        EvidenceId = step.Evidence,
        DecisionId = step.Decision,
        Changed = HistoryPayload.Seal(step.Changes, tools.Cipher),
    };

    private async Task MarkAsync(HistoryStep step, HistoryEntry entry, CancellationToken cancellationToken)
    {
        if (step.Reverses.Count > 0)
        {
            EvidenceId[] reversed = [.. step.Reverses];
            await db.History
                .Where(earlier => reversed.Contains(earlier.EvidenceId!.Value) && earlier.Position < entry.Position && earlier.ReversedById == null)
                .ExecuteUpdateAsync(earlier => earlier.SetProperty(e => e.ReversedById, (HistoryEntryId?)entry.Id), cancellationToken);
        }

        if (step.Revives is { } revived)
        {
            await db.History
                .Where(earlier => earlier.EvidenceId == revived && earlier.ReversedById != null)
                .ExecuteUpdateAsync(earlier => earlier.SetProperty(e => e.ReversedById, (HistoryEntryId?)null), cancellationToken);
        }
    }
}
