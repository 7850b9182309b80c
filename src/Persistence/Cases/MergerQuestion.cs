using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Cases;

/// <summary>Which two persons a decision merges, or splits again; or why it cannot (ADR 0020).</summary>
internal sealed class MergerQuestion(SharingDbContext db)
{
    private static readonly Refusal NotMergeable = new(
        "MERGE_NOT_POSSIBLE",
        "Name one of the persons of this case as the one who is kept. Just one other must be left, into whom nobody was merged.");

    private static readonly Refusal NotSeparable = new(
        "SPLIT_NOT_POSSIBLE",
        "Name the person who was merged by mistake. The id may be left out where only one was merged into the person of this case.");

    /// <summary>What has to be signed.</summary>
    public Task<Outcome<SignedDeed>> AnswerAsync(Case matter, PersonId? named, CancellationToken cancellationToken) => matter switch
    {
        { Kind: CaseKind.Correction, PersonId: { } kept } => SplitAsync(kept, named, cancellationToken),
        { Reasons: MatterReasons.IdDuplicate, PersonId: { } person } => MergeAsync(matter.Id, person, named, cancellationToken),
        _ => Task.FromResult<Outcome<SignedDeed>>(CaseRules.NothingToDecide),
    };

    private async Task<Outcome<SignedDeed>> MergeAsync(CaseId matter, PersonId ofCase, PersonId? named, CancellationToken cancellationToken)
    {
        var others = await db.CaseCandidates.Where(candidate => candidate.CaseId == matter && candidate.PersonId != ofCase)
            .Select(candidate => candidate.PersonId).ToListAsync(cancellationToken);
        PersonId[] asked = [ofCase, .. others];
        var free = await db.Persons.Where(person => asked.Contains(person.Id) && person.MergedIntoId == null)
            .Select(person => person.Id).ToListAsync(cancellationToken);
        if (named is not { } kept || !free.Remove(kept))
        {
            return NotMergeable;
        }

        // Whoever names a candidate says of the case's own person that they are that one.
        PersonId? gone = kept != ofCase ? (free.Contains(ofCase) ? ofCase : null) : free is [var only] ? only : null;
        return gone is { } person && !await db.Persons.AnyAsync(merged => merged.MergedIntoId == person, cancellationToken)
            ? new SignedDeed(DecisionEffect.PersonsMerged, person, kept)
            : NotMergeable;
    }

    private async Task<Outcome<SignedDeed>> SplitAsync(PersonId kept, PersonId? named, CancellationToken cancellationToken)
    {
        var merged = await db.Persons.Where(person => person.MergedIntoId == kept).Select(person => person.Id).ToListAsync(cancellationToken);
        PersonId? back = named is { } one ? (merged.Contains(one) ? one : null) : merged is [var only] ? only : null;
        return back is { } person ? new SignedDeed(DecisionEffect.PersonsSplit, person, kept) : NotSeparable;
    }
}
