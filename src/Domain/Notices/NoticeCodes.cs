namespace Domain.Notices;

// The code tables of a notice (api.md 3). Members are sent and stored by their API name.

/// <summary>What a sender reports.</summary>
public enum NoticeType
{
    /// <summary>户口注销: not always a death; the reason decides.</summary>
    HukouCancelled,

    /// <summary>死亡医学证明.</summary>
    DeathCertificate,

    /// <summary>火化.</summary>
    Cremation,

    /// <summary>宣告死亡, sent by the court or relayed by public security.</summary>
    CourtDeclaredDead,

    /// <summary>撤销死亡宣告.</summary>
    CourtDeclarationRevoked,

    /// <summary>户口迁移.</summary>
    HukouMoved,

    /// <summary>Name, ID number, sex or birth date were wrong, or have changed.</summary>
    IdentityCorrected,

    /// <summary>Family, village or surveyor says so: never more than a reason to look.</summary>
    SocialReport,
}

/// <summary>Why a household registration was cancelled. Only <see cref="Death"/> is a death (domain.md 8.3, D1 and D7).</summary>
public enum HukouReason
{
    Death,
    SettledAbroad,
    JoinedArmy,
    MovedOut,
    Duplicate,
    DeclaredDead,
    DeclaredMissing,
    Other,
}

/// <summary>What a social report says has happened.</summary>
public enum SocialReportKind
{
    Death,
    Move,
}
