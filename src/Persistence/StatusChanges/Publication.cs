using Domain.Cases;
using Domain.Delivery;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Cases;
using Persistence.Writing;

namespace Persistence.StatusChanges;

/// <summary>Writes status changes and the feed entries of everybody who is told, gapless and in order.</summary>
internal sealed class Publication(SharingDbContext db, Audience audience, CaseOpening cases, DateTimeOffset now)
{
    private readonly List<StatusChange> _changes = [];
    private readonly List<FeedEntry> _entries = [];

    /// <summary>Tells of one change of a person from one state to the next.</summary>
    public async Task AddAsync(
        PersonFile file,
        Cause cause,
        DecisionId? decision,
        StatusChangeDraft draft,
        PersonState before,
        PersonState after,
        CancellationToken cancellationToken)
    {
        var person = file.Person.Id;
        var targets = ChangeLinks.TargetsOf(draft.Link);
        var earlier = targets.Count == 0 ? [] : await EarlierAsync([person, .. file.Absorbed.Keys], targets, cancellationToken);
        StatusChangeId? target = earlier is [.., var last] ? last.Id : null;
        var change = new StatusChange
        {
            // Version-7 keys of one instant do not sort: a millisecond apart they tell the order in which they were made.
            Id = new(Guid.CreateVersion7(now.AddMilliseconds(_changes.Count))),
            PersonId = person,
            Type = draft.Type,
            OccurredOn = draft.OccurredOn,
            RecordedAt = now,
            FromDivisionCode = draft.FromDivisionCode,
            ToDivisionCode = draft.ToDivisionCode,
            ReplacesId = ChangeLinks.IsReversal(draft.Link) ? null : target,
            ReversesId = ChangeLinks.IsReversal(draft.Link) ? target : null,
            EvidenceId = cause.Evidence?.Id,
            DecisionId = decision,
        };
        _changes.Add(change);

        // Undo travels: whoever was told is told the reversal too, in scope or not, entitled or not (api.md 4).
        var owed = ChangeLinks.IsReversal(draft.Link) ? await ReceiversOfAsync(earlier, cancellationToken) : [];
        foreach (var receiver in audience.Of(draft.Type, before, after).Union(owed))
        {
            _entries.Add(new() { ReceiverId = receiver.Id, Sequence = ++receiver.LastSequence, StatusChangeId = change.Id });
            if (draft.Link == ChangeLink.ReversesDeath && owed.Contains(receiver))
            {
                cases.Recall(person, receiver);
            }
        }
    }

    /// <summary>Writes it all. The receivers have been saved before.</summary>
    public async Task WriteAsync()
    {
        await db.InsertAsync(_changes);
        await db.InsertAsync(_entries);
    }

    /// <summary>The changes that a link can point at, oldest first; of a death only those since it was last taken back.</summary>
    private async Task<IReadOnlyList<StatusChange>> EarlierAsync(
        IReadOnlyList<PersonId> persons,
        IReadOnlyList<StatusChangeType> targets,
        CancellationToken cancellationToken)
    {
        StatusChangeType[] types = [.. targets, StatusChangeType.DeathReversed];
        var stored = await db.StatusChanges.AsNoTracking()
            .Where(change => persons.Contains(change.PersonId!.Value) && types.Contains(change.Type))
            .OrderBy(change => change.RecordedAt).ThenBy(change => change.Id)
            .ToListAsync(cancellationToken);
        List<StatusChange> all = [.. stored, .. _changes.Where(change => persons.Contains(change.PersonId!.Value) && types.Contains(change.Type))];
        var reversed = targets.Contains(StatusChangeType.DeathReported)
            ? all.FindLastIndex(change => change.Type == StatusChangeType.DeathReversed)
            : -1;
        return [.. all.Skip(reversed + 1).Where(change => targets.Contains(change.Type))];
    }

    private async Task<IReadOnlyList<Receiver>> ReceiversOfAsync(
        IReadOnlyList<StatusChange> changes,
        CancellationToken cancellationToken)
    {
        StatusChangeId[] ids = [.. changes.Select(change => change.Id)];
        var stored = await db.FeedEntries.AsNoTracking()
            .Where(entry => ids.Contains(entry.StatusChangeId))
            .Select(entry => entry.ReceiverId).Distinct().ToListAsync(cancellationToken);
        int[] told = [.. stored.Union(_entries.Where(entry => ids.Contains(entry.StatusChangeId)).Select(entry => entry.ReceiverId)).Order()];
        return [.. db.Receivers.Local.Where(receiver => told.Contains(receiver.Id)).OrderBy(receiver => receiver.Id)];
    }
}
