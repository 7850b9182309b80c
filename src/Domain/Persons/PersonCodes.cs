namespace Domain.Persons;

// The code tables of domain.md section 5. Members are stored and sent by their API name (SCREAMING_CASE).

/// <summary>Sex as in the household register; odd seventeenth digit of the ID number: male.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Whether the person lives, as far as the standing evidence says (domain.md 5).</summary>
public enum LifeStatus
{
    Alive,
    DeathReported,
    Deceased,
    DeclaredDead,
}

/// <summary>State of the household registration (户口), domain.md 5.</summary>
public enum HukouStatus
{
    Registered,
    CancelledDeath,
    CancelledOther,
    MovedInCity,
    MovedOutCity,
    Unknown,
}

/// <summary>Disability category (残疾类别), GB/T 26341-2010: the 19th digit of a certificate number is its ordinal.</summary>
public enum DisabilityCategory
{
    Visual = 1,
    Hearing = 2,
    Speech = 3,
    Physical = 4,
    Intellectual = 5,
    Mental = 6,
    Multiple = 7,
}

/// <summary>Certificate status (domain.md 5).</summary>
public enum CertificateStatus
{
    Active,
    Expired,
    Lost,
    Frozen,
    Transferring,
    TransferredOut,
    Cancelled,
}

/// <summary>Why a certificate is frozen or cancelled (domain.md 5).</summary>
public enum CertificateStatusReason
{
    DeathUnderVerification,
    TransferOverdue6M,
    IdentityDispute,
    SuspectedFraud,
    Death,
    NoLongerEligible,
    Voluntary,
    Fraud,
    TransferOverdue1Y,
    DeclaredDead,
    DeclaredMissing,
    Duplicate,
    HukouGoneNotDeath,
}

/// <summary>The two subsidies (两项补贴).</summary>
public enum SubsidyKind
{
    /// <summary>困难残疾人生活补贴: living, for the poor.</summary>
    Living,

    /// <summary>重度残疾人护理补贴: nursing, levels 1 and 2.</summary>
    Nursing,
}
