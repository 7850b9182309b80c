using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>The standing evidence that bears on life, sorted by what it is; each list in the order of valid time.</summary>
internal sealed class LifeEvidence
{
    private const int DaysFromDeathToCremation = 10;

    private readonly Dossier _dossier;

    public LifeEvidence(Dossier dossier, IReadOnlyList<EvidenceFact> ordered)
    {
        _dossier = dossier;
        EvidenceFact[] counted = [.. ordered.Where(fact => !dossier.IsReversed(fact))];
        HukouDeaths = [.. counted.Where(IsHukouDeath)];
        DeathCertificates = [.. counted.Where(fact => fact.Notice.Type == NoticeType.DeathCertificate)];
        Cremations = [.. counted.Where(fact => fact.Notice.Type == NoticeType.Cremation)];
        EvidenceFact[] revocations = [.. counted.Where(fact => fact.Notice.Type == NoticeType.CourtDeclarationRevoked)];
        Declarations =
        [
            .. counted.Where(fact => fact.Notice.Type == NoticeType.CourtDeclaredDead &&
                !revocations.Any(revocation => !revocation.ValidOn.IsBefore(JudgedOn(fact)))),
        ];
        SignsOfLife = [.. counted.Where(fact => fact.Notice.Type == NoticeType.IdentityCorrected)];
    }

    /// <summary>公安: the registration was cancelled for death.</summary>
    public IReadOnlyList<EvidenceFact> HukouDeaths { get; }

    public IReadOnlyList<EvidenceFact> DeathCertificates { get; }

    public IReadOnlyList<EvidenceFact> Cremations { get; }

    /// <summary>Declarations of death that no court has revoked.</summary>
    public IReadOnlyList<EvidenceFact> Declarations { get; }

    /// <summary>What only a living person does: an identity is corrected or renewed in person.</summary>
    public IReadOnlyList<EvidenceFact> SignsOfLife { get; }

    /// <summary>D2 and D3: a death that the registry has not confirmed.</summary>
    public IReadOnlyList<EvidenceFact> Reports => [.. DeathCertificates, .. Cremations];

    /// <summary>Whether a reviewer confirmed any of the reports that still count.</summary>
    public bool IsConfirmed => Reports.Any(report => _dossier.Decisions.Any(decision =>
        decision.Effect == DecisionEffect.DeathConfirmed && report.Position < decision.Position));

    /// <summary>D4: a certificate and a cremation that must mean one death, however the dates are completed.</summary>
    public bool HasAgreement => DeathCertificates.Any(death => Cremations.Any(cremation => Agree(death, cremation)));

    /// <summary>D8: both were sent, and they cannot mean one death for certain.</summary>
    public bool HasDisagreement => DeathCertificates.Count > 0 && Cremations.Count > 0 && !HasAgreement;

    /// <summary>D8: somebody did later what the dead do not do.</summary>
    public bool HasLaterSignOfLife => Reports.Any(report =>
        SignsOfLife.Any(sign => report.ValidOn.IsBefore(sign.ValidOn)) || WasVisitedAfter(report));

    /// <summary>Whether a survey form of a later day was filled in with the person.</summary>
    public bool WasVisitedAfter(EvidenceFact death) =>
        _dossier.Visits.Any(visit => death.ValidOn.IsBefore(PartialDate.Of(visit)));

    public static bool IsHukouDeath(EvidenceFact fact) =>
        fact.Notice is { Type: NoticeType.HukouCancelled, Reason: HukouReason.Death };

    /// <summary>Evidence that two signers can overrule.</summary>
    public static bool IsReportOfDeath(EvidenceFact fact) =>
        IsHukouDeath(fact) || fact.Notice.Type is NoticeType.DeathCertificate or NoticeType.Cremation;

    private static PartialDate JudgedOn(EvidenceFact declaration) => declaration.Notice.JudgedOn ?? declaration.ValidOn;

    private static bool Agree(EvidenceFact death, EvidenceFact cremation) =>
        death.ValidOn.Latest <= cremation.ValidOn.Earliest &&
        cremation.ValidOn.Latest.DayNumber - death.ValidOn.Earliest.DayNumber <= DaysFromDeathToCremation;
}
