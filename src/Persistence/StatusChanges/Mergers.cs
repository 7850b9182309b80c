using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>Whose evidence is whose, where two registered persons are one human (ADR 0020).</summary>
/// <remarks>
/// What was said, decided and wanted about the one moves to the one who is kept, marked with where it came from, so that a split
/// moves back exactly that. The founding stays: it is all that the one who was merged is left with.
/// </remarks>
internal static class Mergers
{
    private static readonly DecisionEffect?[] Effects = [DecisionEffect.PersonsMerged, DecisionEffect.PersonsSplit];

    /// <summary>The persons who are merged into each of these now, with what they were registered as.</summary>
    public static async Task<Dictionary<PersonId, IReadOnlyDictionary<PersonId, FormerSelf>>> AbsorbedAsync(
        SharingDbContext db,
        PersonId[] survivors,
        CancellationToken cancellationToken)
    {
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => survivors.Contains(decision.OtherPersonId!.Value) && decision.Position != null)
            .OrderBy(decision => decision.Position)
            .ToListAsync(cancellationToken);
        var mergers = decisions.GroupBy(decision => decision.PersonId!.Value).Select(ofOne => ofOne.Last())
            .Where(last => last.Effect == DecisionEffect.PersonsMerged).ToList();
        if (mergers.Count == 0)
        {
            return [];
        }

        PersonId[] ids = [.. mergers.Select(merger => merger.PersonId!.Value)];
        var persons = await db.Persons.AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        return mergers.GroupBy(merger => merger.OtherPersonId!.Value).ToDictionary(
            ofOne => ofOne.Key,
            IReadOnlyDictionary<PersonId, FormerSelf> (ofOne) => ofOne.ToDictionary(
                merger => merger.PersonId!.Value,
                merger => new FormerSelf(persons[merger.PersonId!.Value].State.Identity!, Shanghai.DayOf(merger.DecidedAt))));
    }

    /// <summary>Moves what concerns the person to the one who is kept; open cases go with it.</summary>
    public static async Task MoveAsync(SharingDbContext db, PersonId from, PersonId to, CancellationToken cancellationToken)
    {
        await db.Evidence.Where(piece => piece.PersonId == from && piece.Type != EvidenceType.Founding).ExecuteUpdateAsync(
            piece => piece.SetProperty(e => e.PersonId, (PersonId?)to).SetProperty(e => e.MergedFromId, (PersonId?)from), cancellationToken);
        await db.Decisions.Where(taken => taken.PersonId == from && !Effects.Contains(taken.Effect)).ExecuteUpdateAsync(
            taken => taken.SetProperty(d => d.PersonId, (PersonId?)to).SetProperty(d => d.MergedFromId, (PersonId?)from), cancellationToken);
        await db.ServiceNeeds.Where(need => need.PersonId == from).ExecuteUpdateAsync(
            need => need.SetProperty(n => n.PersonId, to).SetProperty(n => n.MergedFromId, (PersonId?)from), cancellationToken);
        await db.Cases.Where(matter => matter.PersonId == from && matter.State == CaseState.Open).ExecuteUpdateAsync(
            matter => matter.SetProperty(c => c.PersonId, (PersonId?)to), cancellationToken);
    }

    /// <summary>Moves back what the merger of the person brought.</summary>
    public static async Task MoveBackAsync(SharingDbContext db, PersonId person, CancellationToken cancellationToken)
    {
        await db.Evidence.Where(piece => piece.MergedFromId == person).ExecuteUpdateAsync(
            piece => piece.SetProperty(e => e.PersonId, (PersonId?)person).SetProperty(e => e.MergedFromId, (PersonId?)null), cancellationToken);
        await db.Decisions.Where(taken => taken.MergedFromId == person).ExecuteUpdateAsync(
            taken => taken.SetProperty(d => d.PersonId, (PersonId?)person).SetProperty(d => d.MergedFromId, (PersonId?)null), cancellationToken);
        await db.ServiceNeeds.Where(need => need.MergedFromId == person).ExecuteUpdateAsync(
            need => need.SetProperty(n => n.PersonId, person).SetProperty(n => n.MergedFromId, (PersonId?)null), cancellationToken);
    }
}
