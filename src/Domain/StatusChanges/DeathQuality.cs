using Domain.Cases;

namespace Domain.StatusChanges;

/// <summary>Deaths that are applied and looked at all the same (domain.md 8.3, last paragraph).</summary>
internal static class DeathQuality
{
    private const int YoungestUnremarkable = 16;
    private const int OldestUnremarkable = 110;

    private static readonly (string Reason, Func<EvidenceFact, LifeVerdict, bool> Holds)[] Rows =
    [
        (MatterReasons.DeathDatesDiffer, (fact, verdict) => !fact.ValidOn.AgreesWith(verdict.DeathDate)),
        (MatterReasons.HolderUnder16, (fact, _) => AgeAtDeath(fact) < YoungestUnremarkable),
        (MatterReasons.HolderOver110, (fact, _) => AgeAtDeath(fact) > OldestUnremarkable),
        (MatterReasons.DeathOverAYearAgo, (fact, _) => fact.ValidOn.Latest < fact.ReceivedOn.AddYears(-1)),
    ];

    public static IEnumerable<Matter> MattersOf(IEnumerable<EvidenceFact> facts, LifeVerdict verdict) =>
        from fact in facts.Where(LifeTable.IsHukouDeath)
        from row in Rows
        where row.Holds(fact, verdict)
        select new Matter(CaseKind.Review, row.Reason, fact.Id);

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
