namespace Domain.Notices;

/// <summary>The kind of evidence that a notice becomes.</summary>
public static class EvidenceTypes
{
    public static EvidenceType Of(NoticeType type) => type switch
    {
        NoticeType.HukouCancelled => EvidenceType.HukouCancelled,
        NoticeType.DeathCertificate => EvidenceType.DeathCertificate,
        NoticeType.Cremation => EvidenceType.Cremation,
        NoticeType.CourtDeclaredDead => EvidenceType.CourtDeclaredDead,
        NoticeType.CourtDeclarationRevoked => EvidenceType.CourtDeclarationRevoked,
        NoticeType.HukouMoved => EvidenceType.HukouMoved,
        NoticeType.IdentityCorrected => EvidenceType.IdentityCorrected,
        NoticeType.SocialReport => EvidenceType.SocialReport,
    };
}
