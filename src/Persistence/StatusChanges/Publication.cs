using Domain.Delivery;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>Writes status changes and the feed entries of everybody who is told, gapless and in order.</summary>
internal sealed class Publication(SharingDbContext db, Audience audience, DateTimeOffset now)
{
    private static readonly StatusChangeType[] OfDeath =
    [
        StatusChangeType.DeathReported, StatusChangeType.DeathConfirmed, StatusChangeType.DeathDeclared,
        StatusChangeType.DeathCorrected,
    ];

    private readonly List<StatusChange> _changes = [];

    /// <summary>Tells of one change of a person from one state to the next.</summary>
    public async Task AddAsync(
        PersonId person,
        EvidenceId cause,
        StatusChangeDraft draft,
        PersonState before,
        PersonState after,
        CancellationToken cancellationToken)
    {
        var change = new StatusChange
        {
            Id = new(Guid.CreateVersion7(now)),
            PersonId = person,
            Type = draft.Type,
            OccurredOn = draft.OccurredOn,
            RecordedAt = now,
            FromDivisionCode = draft.FromDivisionCode,
            ToDivisionCode = draft.ToDivisionCode,
            ReplacesId = draft.ReplacesDeath ? await LastOfDeathAsync(person, cancellationToken) : null,
            EvidenceId = cause,
        };
        _changes.Add(change);
        db.StatusChanges.Add(change);
        foreach (var receiver in audience.Of(draft.Type, before, after))
        {
            db.FeedEntries.Add(new()
            {
                ReceiverId = receiver.Id,
                Sequence = ++receiver.LastSequence,
                StatusChangeId = change.Id,
            });
        }
    }

    private async Task<StatusChangeId?> LastOfDeathAsync(PersonId person, CancellationToken cancellationToken)
    {
        var last = _changes.FindLast(change => change.PersonId == person && OfDeath.Contains(change.Type));
        return last is not null
            ? last.Id
            : await db.StatusChanges
                .Where(change => change.PersonId == person && OfDeath.Contains(change.Type))
                .OrderByDescending(change => change.RecordedAt)
                .Select(change => (StatusChangeId?)change.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }
}
