namespace Domain.StatusChanges;

/// <summary>Why evidence waits for a human, or is looked at although it was applied. The codes name rules, never values.</summary>
public static class MatterReasons
{
    // Not applied: the evidence waits.

    /// <summary>D6: family, village or survey says so; never more than a reason to look.</summary>
    public const string DeathSaidSocially = "DEATH_SAID_SOCIALLY";

    public const string ToDivisionUnknown = "TO_DIVISION_UNKNOWN";

    /// <summary>The same fact was withdrawn or reversed before: a replay under a new id is not believed by itself (8.5).</summary>
    public const string SameAsUndone = "SAME_AS_UNDONE";

    /// <summary>A fault of ours while applying: the evidence is whole and waits.</summary>
    public const string ApplyFailed = "APPLY_FAILED";

    // Applied, and open until it is decided.

    /// <summary>D2 and D3: one report alone, to be confirmed or taken back.</summary>
    public const string DeathReported = "DEATH_REPORTED";

    /// <summary>D8: certificate and cremation cannot mean one death.</summary>
    public const string DeathReportsDisagree = "DEATH_REPORTS_DISAGREE";

    /// <summary>D8: somebody did later what the dead do not do.</summary>
    public const string SignOfLifeAfterDeath = "SIGN_OF_LIFE_AFTER_DEATH";

    /// <summary>M8: a move dated after a standing death, parked.</summary>
    public const string MoveAfterDeath = "MOVE_AFTER_DEATH";

    public const string HukouReasonMissing = "HUKOU_REASON_MISSING";
    public const string HukouReasonNotDeath = "HUKOU_REASON_NOT_DEATH";

    /// <summary>A corrected ID number contains another birth date than the one that is kept.</summary>
    public const string IdBirthMismatch = "ID_BIRTH_MISMATCH";

    /// <summary>The 17th digit of a corrected ID number speaks for the other sex.</summary>
    public const string IdSexMismatch = "ID_SEX_MISMATCH";

    /// <summary>A corrected ID number is that of another person too (重号), who may be the same human.</summary>
    public const string IdDuplicate = "ID_DUPLICATE";

    /// <summary>M2: the receiving unit refused; it may still accept.</summary>
    public const string TransferRejected = "TRANSFER_REJECTED";

    /// <summary>M4: five months after the move, one before the certificate is frozen.</summary>
    public const string TransferOverdueSoon = "TRANSFER_OVERDUE_SOON";

    /// <summary>M4: eleven months after the move, one before the certificate is cancelled.</summary>
    public const string TransferCancelsSoon = "TRANSFER_CANCELS_SOON";

    // Applied, and worth a second look.

    public const string ToCommunityMissing = "TO_COMMUNITY_MISSING";
    public const string ToCommunityUnknown = "TO_COMMUNITY_UNKNOWN";
    public const string VisitAfterDeath = "VISIT_AFTER_DEATH";
    public const string DeathDatesDiffer = "DEATH_DATES_DIFFER";
    public const string HolderUnder16 = "HOLDER_UNDER_16";
    public const string HolderOver110 = "HOLDER_OVER_110";
    public const string DeathOverAYearAgo = "DEATH_OVER_A_YEAR_AGO";
}
