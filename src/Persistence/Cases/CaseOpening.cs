using Domain.Cases;
using Domain.Matching;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Cases;

/// <summary>Opens the cases that a notice leads to, and closes those that it settles.</summary>
internal sealed class CaseOpening(SharingDbContext db, DateTimeOffset now)
{
    /// <summary>A human decides what becomes of evidence that no rule applies; candidates stand beside it.</summary>
    /// <remarks>A sole candidate is the person of the case: the question is then only whether the evidence is about them.</remarks>
    public void Review(Evidence evidence, Match match, IReadOnlyList<string> reasons)
    {
        PersonId? sole = match.Persons is [var only] ? only : null;
        var matter = Open(CaseKind.Review, evidence.PersonId ?? sole, evidence.Id, string.Join(',', reasons));
        if (evidence.PersonId is null)
        {
            db.CaseCandidates.AddRange(match.Persons.Select(person => new CaseCandidate { CaseId = matter.Id, PersonId = person }));
        }
    }

    /// <summary>A fault of ours: the notice was kept whole and waits.</summary>
    public void ApplyFailed(Evidence evidence) => Open(CaseKind.Review, null, evidence.Id, MatterReasons.ApplyFailed);

    /// <summary>Something that the fold found in the evidence of a person.</summary>
    public void Matter(Matter matter, PersonId person) => Open(matter.Kind, person, matter.Evidence, matter.Reason);

    /// <summary>The receiving unit has to accept the person, or say why not.</summary>
    public void Transfer(Person person, string toUnit, EvidenceId cause) =>
        Open(CaseKind.Transfer, person.Id, cause, "HUKOU_MOVED", person.ManagementUnitCode, toUnit);

    /// <summary>Closes the open transfer of a person who died, moved on or came back.</summary>
    public async Task CloseTransferAsync(PersonId person, CancellationToken cancellationToken)
    {
        await db.Cases
            .Where(matter => matter.PersonId == person && matter.Kind == CaseKind.Transfer && matter.State == CaseState.Open)
            .LoadAsync(cancellationToken);
        var open = db.Cases.Local.Where(matter =>
            matter.PersonId == person && matter is { Kind: CaseKind.Transfer, State: CaseState.Open });
        foreach (var matter in open)
        {
            matter.State = CaseState.Closed;
            matter.ClosedAt = now;
        }
    }

    private Case Open(
        CaseKind kind,
        PersonId? person,
        EvidenceId evidence,
        string reasons,
        string? fromUnit = null,
        string? toUnit = null)
    {
        var matter = new Case
        {
            Id = new(Guid.CreateVersion7(now)),
            Kind = kind,
            State = CaseState.Open,
            PersonId = person,
            EvidenceId = evidence,
            Reasons = reasons,
            FromUnitCode = fromUnit,
            ToUnitCode = toUnit,
            OpenedAt = now,
        };
        db.Cases.Add(matter);
        return matter;
    }
}
