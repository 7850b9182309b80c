using Domain.Cases;
using Domain.Notices;

namespace Domain.StatusChanges;

/// <summary>What a human has to look at in a verdict on life: open reports, contradictions, and deaths that look odd (8.3).</summary>
internal static class LifeMatters
{
    private const int YoungestUnremarkable = 16;
    private const int OldestUnremarkable = 110;

    /// <summary>Deaths that are applied and looked at all the same (domain.md 8.3, last paragraph).</summary>
    private static readonly (string Reason, Func<EvidenceFact, LifeVerdict, bool> Holds)[] Quality =
    [
        (MatterReasons.DeathDatesDiffer, (fact, verdict) =>
            LifeEvidence.IsHukouDeath(fact) && !fact.ValidOn.AgreesWith(verdict.DeathDate)),
        (MatterReasons.HolderUnder16, (fact, _) => AgeAtDeath(fact) < YoungestUnremarkable),
        (MatterReasons.HolderOver110, (fact, _) => AgeAtDeath(fact) > OldestUnremarkable),
        (MatterReasons.DeathOverAYearAgo, (fact, _) => fact.ValidOn.Latest < fact.ReceivedOn.AddYears(-1)),
    ];

    public static IEnumerable<Matter> Of(LifeEvidence life, LifeVerdict verdict)
    {
        if (verdict.Row == "D8")
        {
            yield return new(
                CaseKind.Conflict,
                life.HasDisagreement ? MatterReasons.DeathReportsDisagree : MatterReasons.SignOfLifeAfterDeath,
                FirstHeardOf(life.Reports))
            {
                Sides = [.. life.Reports.Concat(life.HasDisagreement ? [] : life.SignsOfLife).Select(fact => fact.Id)],
            };
        }
        else if (verdict.IsReported)
        {
            yield return new(CaseKind.Review, MatterReasons.DeathReported, FirstHeardOf(life.Reports))
            {
                Sides = [.. life.Reports.Select(fact => fact.Id)],
            };
        }

        EvidenceFact[] deaths = [.. life.HukouDeaths, .. life.Reports];
        foreach (var fact in deaths.Where(life.WasVisitedAfter))
        {
            yield return new(CaseKind.Review, MatterReasons.VisitAfterDeath, fact.Id);
        }

        foreach (var fact in deaths)
        {
            foreach (var (reason, holds) in Quality)
            {
                if (holds(fact, verdict))
                {
                    yield return reason == MatterReasons.DeathDatesDiffer
                        ? new(CaseKind.Review, reason, fact.Id) { Sides = [.. deaths.Select(death => death.Id)] }
                        : new(CaseKind.Review, reason, fact.Id);
                }
            }
        }
    }

    // The piece that opened the case stays its evidence, whatever dates come in later.
    private static EvidenceId FirstHeardOf(IReadOnlyList<EvidenceFact> reports) => reports.MinBy(report => report.Position)!.Id;

    private static int? AgeAtDeath(EvidenceFact fact)
    {
        if (fact.Notice.Subject.IdNumber is not { } number)
        {
            return null;
        }

        var born = number.BirthDate;
        var died = fact.ValidOn.Latest;
        return died.Year - born.Year - (died.DayOfYear < born.DayOfYear ? 1 : 0);
    }
}
