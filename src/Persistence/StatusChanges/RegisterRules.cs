using System.Runtime.CompilerServices;
using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>What must hold between the tables of the register, each rule as the query that finds its violations.</summary>
internal static class RegisterRules
{
    private static readonly string[] Units = [.. ManagementUnits.All.Select(unit => unit.Code)];

    private static readonly ServiceNeedStatus[] OpenNeeds = [.. NeedsOfTheDead.Open];

    private static readonly (string Code, Func<SharingDbContext, IQueryable<Guid>> Violations)[] OfPersons =
    [
        // The units add up to the whole: everybody is on exactly one list.
        (VerificationCodes.UnitUnknown, db => db.Persons
            .Where(person => !Units.Contains(person.ManagementUnitCode)).Select(person => person.Id.Value)),

        (VerificationCodes.EvidenceWithoutPerson, db => db.Evidence
            .Where(evidence => evidence.IsStanding && evidence.PersonId == null).Select(evidence => evidence.Id.Value)),

        (VerificationCodes.NeedOpenThoughDead, db => db.ServiceNeeds
            .Where(need => OpenNeeds.Contains(need.Status) &&
                (need.Person!.LifeStatus == LifeStatus.Deceased || need.Person.LifeStatus == LifeStatus.DeclaredDead))
            .Select(need => need.Id.Value)),

        (VerificationCodes.NeedClosedThoughAlive, db => db.ServiceNeeds
            .Where(need => need.CloseReason == NeedsOfTheDead.Reason &&
                need.Person!.LifeStatus != LifeStatus.Deceased && need.Person.LifeStatus != LifeStatus.DeclaredDead)
            .Select(need => need.Id.Value)),

        (VerificationCodes.TransferWithoutCase, db => db.Persons
            .Where(person => person.TransferUnitCode != null && !db.Cases.Any(matter =>
                matter.PersonId == person.Id && matter.Kind == CaseKind.Transfer && matter.State == CaseState.Open &&
                matter.ToUnitCode == person.TransferUnitCode))
            .Select(person => person.Id.Value)),

        (VerificationCodes.CaseWithoutTransfer, db => db.Cases
            .Where(matter => matter.Kind == CaseKind.Transfer && matter.State == CaseState.Open &&
                matter.ToUnitCode != null && matter.Person!.TransferUnitCode != matter.ToUnitCode)
            .Select(matter => matter.Id.Value)),

        (VerificationCodes.MergedIntoNobody, db => db.Persons
            .Where(person => person.MergedIntoId != null &&
                !db.Persons.Any(kept => kept.Id == person.MergedIntoId && kept.MergedIntoId == null))
            .Select(person => person.Id.Value)),

        (VerificationCodes.EvidenceOfMerged, db => db.Evidence
            .Where(evidence => evidence.Type != EvidenceType.Founding && evidence.PersonId != null && (
                db.Persons.Any(person => person.Id == evidence.PersonId && person.MergedIntoId != null) ||
                (evidence.MergedFromId != null &&
                    !db.Persons.Any(person => person.Id == evidence.MergedFromId && person.MergedIntoId == evidence.PersonId))))
            .Select(evidence => evidence.Id.Value)),
    ];

    public static async IAsyncEnumerable<VerificationFinding> CheckAsync(
        SharingDbContext db,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (code, violations) in OfPersons)
        {
            foreach (var id in await violations(db).ToListAsync(cancellationToken))
            {
                yield return new(code, id.ToString("N"));
            }
        }

        foreach (var finding in await FeedsAsync(db, cancellationToken))
        {
            yield return finding;
        }
    }

    /// <summary>Sequences count from 1 without a gap up to what the receiver's row says.</summary>
    private static async Task<IReadOnlyList<VerificationFinding>> FeedsAsync(
        SharingDbContext db,
        CancellationToken cancellationToken)
    {
        var receivers = await db.Receivers.AsNoTracking().ToListAsync(cancellationToken);
        var feeds = await db.FeedEntries
            .GroupBy(entry => entry.ReceiverId)
            .Select(feed => new
            {
                ReceiverId = feed.Key,
                Count = feed.LongCount(),
                First = feed.Min(entry => entry.Sequence),
                Last = feed.Max(entry => entry.Sequence),
            })
            .ToDictionaryAsync(feed => feed.ReceiverId, cancellationToken);

        List<VerificationFinding> findings = [];
        foreach (var receiver in receivers)
        {
            var feed = feeds.GetValueOrDefault(receiver.Id);
            var subject = $"{receiver.Client}/{receiver.Purpose}";
            if (feed is not null && (feed.First != 1 || feed.Last != feed.Count))
            {
                findings.Add(new(VerificationCodes.FeedHasGap, subject));
            }

            if ((feed?.Last ?? 0) != receiver.LastSequence)
            {
                findings.Add(new(VerificationCodes.FeedLengthDiffers, subject));
            }
        }

        return findings;
    }
}
