using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>What the death table says of a person, and on which evidence.</summary>
/// <param name="Row">Row of domain.md 8.3 that decided.</param>
/// <param name="LifeStatus">Whether the person counts as dead, and on whose word.</param>
/// <param name="DeathDate">As exactly as the evidence states it.</param>
/// <param name="HukouStatus">Null where the row says nothing about the registration.</param>
/// <param name="CertificateStatus">What becomes of a certificate that is not gone already.</param>
/// <param name="CertificateStatusReason">Why.</param>
internal sealed record LifeVerdict(
    string Row,
    LifeStatus LifeStatus,
    PartialDate DeathDate,
    HukouStatus? HukouStatus,
    CertificateStatus CertificateStatus,
    CertificateStatusReason CertificateStatusReason);

/// <summary>A row of the table: the verdict, where its condition holds for the standing evidence taken together.</summary>
internal sealed record LifeRow(string Id, Func<IReadOnlyList<EvidenceFact>, LifeVerdict?> Decide);

/// <summary>The death decision table (domain.md 8.3): the first row whose condition holds decides.</summary>
/// <remarks>
/// A row sees all standing evidence at once, in order, because some rows need two pieces (D4) or the absence of one (D2).
/// </remarks>
internal static class LifeTable
{
    public static readonly IReadOnlyList<LifeRow> Rows =
    [
        new("D1", facts => facts.Where(IsHukouDeath).ToArray() is [_, ..] deaths
            ? new LifeVerdict(
                "D1",
                LifeStatus.Deceased,
                DateOf(deaths),
                HukouStatus.CancelledDeath,
                CertificateStatus.Cancelled,
                CertificateStatusReason.Death)
            : null),
    ];

    public static LifeVerdict? Decide(IReadOnlyList<EvidenceFact> facts) =>
        Rows.Select(row => row.Decide(facts)).FirstOrDefault(verdict => verdict is not null);

    public static bool IsHukouDeath(EvidenceFact fact) =>
        fact.Notice is { Type: NoticeType.HukouCancelled, Reason: HukouReason.Death };

    /// <summary>The first date stated, and the most exact form of it that any of the evidence gives.</summary>
    private static PartialDate DateOf(EvidenceFact[] deaths)
    {
        var first = deaths[0].ValidOn;
        return deaths.Select(fact => fact.ValidOn).Where(first.AgreesWith).MaxBy(date => date.Precision);
    }
}
