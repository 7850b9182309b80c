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
    CertificateStatusReason CertificateStatusReason)
{
    /// <summary>Where the death is a fact: the day from which it counts. The clocks of a transfer run no further (M8).</summary>
    public DateOnly? EndsClocksOn { get; private init; }

    /// <summary>Under verification: nothing irreversible follows.</summary>
    public bool IsReported => LifeStatus == LifeStatus.DeathReported;

    /// <summary>The death is a fact.</summary>
    public static LifeVerdict Dead(string row, IReadOnlyList<EvidenceFact> deaths, HukouStatus? hukou) => new(
        row, LifeStatus.Deceased, DateOf(deaths), hukou, CertificateStatus.Cancelled, CertificateStatusReason.Death)
    {
        EndsClocksOn = deaths.Min(fact => fact.EffectiveOn),
    };

    /// <summary>The death is a court's conclusion.</summary>
    public static LifeVerdict Declared(string row, IReadOnlyList<EvidenceFact> declarations) => new(
        row, LifeStatus.DeclaredDead, DateOf(declarations), null, CertificateStatus.Cancelled, CertificateStatusReason.DeclaredDead)
    {
        EndsClocksOn = declarations.Min(fact => fact.EffectiveOn),
    };

    /// <summary>The death is somebody's report.</summary>
    public static LifeVerdict Reported(string row, IReadOnlyList<EvidenceFact> reports) => new(
        row, LifeStatus.DeathReported, DateOf(reports), null, CertificateStatus.Frozen, CertificateStatusReason.DeathUnderVerification);

    /// <summary>The first date stated, and the most exact form of it that any of the evidence gives.</summary>
    private static PartialDate DateOf(IReadOnlyList<EvidenceFact> deaths)
    {
        var first = deaths[0].ValidOn;
        return deaths.Select(fact => fact.ValidOn).Where(first.AgreesWith).MaxBy(date => date.Precision);
    }
}

/// <summary>A row of the table: where its condition holds for the standing evidence taken together, its verdict.</summary>
internal sealed record LifeRow(string Id, Func<LifeEvidence, bool> Holds, Func<LifeEvidence, LifeVerdict> Verdict);

/// <summary>The death decision table (domain.md 8.3): the first row whose condition holds decides.</summary>
/// <remarks>
/// A row sees all standing evidence at once, because some rows need two pieces (D4) or the absence of one (D2). D6 and D7 say
/// nothing about life, and D10 is asked of each notice before it stands.
/// </remarks>
internal static class LifeTable
{
    public static readonly IReadOnlyList<LifeRow> Rows =
    [
        new("D1", life => life.HukouDeaths.Count > 0,
            life => LifeVerdict.Dead("D1", life.HukouDeaths, HukouStatus.CancelledDeath)),

        new("D5", life => life.Declarations.Count > 0,
            life => LifeVerdict.Declared("D5", life.Declarations)),

        // D2, D3 and D8 end in a reviewer's word too.
        new("D2 by reviewer", life => life.IsConfirmed,
            life => LifeVerdict.Dead("D2 by reviewer", life.Reports, null)),

        new("D8", life => life.HasLaterSignOfLife || life.HasDisagreement,
            life => LifeVerdict.Reported("D8", life.Reports)),

        new("D4", life => life.HasAgreement,
            life => LifeVerdict.Dead("D4", life.DeathCertificates, null)),

        new("D2", life => life.DeathCertificates.Count > 0,
            life => LifeVerdict.Reported("D2", life.DeathCertificates)),

        new("D3", life => life.Cremations.Count > 0,
            life => LifeVerdict.Reported("D3", life.Cremations)),
    ];

    /// <summary>The verdict, or null for somebody who lives.</summary>
    public static LifeVerdict? Decide(LifeEvidence life) => Rows.FirstOrDefault(row => row.Holds(life))?.Verdict(life);
}
