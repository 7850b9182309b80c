using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>Merges two persons who are one human, and splits them again: a decision, and both are folded anew (ADR 0020).</summary>
internal sealed class Merging(SharingDbContext db, Refolding refolding, RegisterTools tools)
{
    /// <summary>The decision has two signatures and its place in the order of record.</summary>
    public Task RunAsync(Decision decision, CancellationToken cancellationToken) =>
        decision.Effect == DecisionEffect.PersonsMerged ? MergeAsync(decision, cancellationToken) : SplitAsync(decision, cancellationToken);

    /// <summary>The one who is kept is told of; of the other one there is nothing to tell any more.</summary>
    private async Task MergeAsync(Decision decision, CancellationToken cancellationToken)
    {
        var (gone, kept) = (decision.PersonId!.Value, decision.OtherPersonId!.Value);
        var (ofGone, ofKept) = (await refolding.SettleAsync(gone, cancellationToken), await refolding.SettleAsync(kept, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        // Cases that the fold opened for the one are opened anew for the other; what waits for a human goes along.
        await refolding.Cases.FollowAsync(await PersonAsync(gone, cancellationToken), ofGone, ofGone with { Matters = [], Transfer = null }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Mergers.MoveAsync(db, gone, kept, cancellationToken);

        await refolding.ReopenAsync(cancellationToken);
        await refolding.BecomeAsync(gone, ofGone with { Matters = [], Transfer = null }, decision, isTold: false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await refolding.ReopenAsync(cancellationToken);
        await refolding.BecomeAsync(kept, ofKept, decision, isTold: true, cancellationToken);
    }

    /// <summary>Both are told of: what the one loses, and what has become of the other since receivers last heard of them.</summary>
    private async Task SplitAsync(Decision decision, CancellationToken cancellationToken)
    {
        var (back, kept) = (decision.PersonId!.Value, decision.OtherPersonId!.Value);
        var ofKept = await refolding.SettleAsync(kept, cancellationToken);
        var lastTold = refolding.FoldOf(await WhenMergedAsync(decision, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await Mergers.MoveBackAsync(db, back, cancellationToken);

        await refolding.ReopenAsync(cancellationToken);
        await refolding.BecomeAsync(kept, ofKept, decision, isTold: true, cancellationToken);
        await refolding.BecomeAsync(back, lastTold with { Matters = [], Transfer = null }, decision, isTold: true, cancellationToken);
    }

    /// <summary>The file of the one who was merged, as it was then.</summary>
    private async Task<PersonFile> WhenMergedAsync(Decision split, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(split.PersonId!.Value, cancellationToken);
        var merger = await db.Decisions.AsNoTracking()
            .Where(decision => decision.PersonId == person.Id && decision.Effect == DecisionEffect.PersonsMerged && decision.Position != null)
            .OrderByDescending(decision => decision.Position)
            .FirstAsync(cancellationToken);
        var pieces = await db.Evidence.AsNoTracking()
            .Where(piece => (piece.MergedFromId == person.Id || (piece.PersonId == person.Id && piece.Type == EvidenceType.Founding)) &&
                (piece.IsStanding || (piece.End != null && piece.EndedAt >= merger.DecidedAt)))
            .ToListAsync(cancellationToken);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.MergedFromId == person.Id && decision.Effect != null && decision.Position < merger.Position)
            .ToListAsync(cancellationToken);
        var file = PersonFile.Of(
            person, pieces.Where(piece => piece.Type == EvidenceType.Founding), decisions, refolding.Facts, tools.Cipher);
        foreach (var piece in pieces.Where(piece => piece.Type != EvidenceType.Founding && piece.Position < merger.Position))
        {
            file.Add(refolding.Facts.Of(piece));
        }

        return file;
    }

    private async Task<Person> PersonAsync(PersonId id, CancellationToken cancellationToken) =>
        await db.Persons.SingleAsync(person => person.Id == id, cancellationToken);
}
