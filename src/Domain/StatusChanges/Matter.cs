using Domain.Cases;
using Domain.Notices;

namespace Domain.StatusChanges;

/// <summary>Something in the standing evidence that a human has to look at: it becomes a case once.</summary>
/// <param name="Kind">Review or conflict.</param>
/// <param name="Reason">One of <see cref="MatterReasons"/>.</param>
/// <param name="Evidence">The evidence that raises it.</param>
public readonly record struct Matter(CaseKind Kind, string Reason, EvidenceId Evidence);

/// <summary>Why evidence waits for a human, or is looked at although it was applied. The codes name rules, never values.</summary>
public static class MatterReasons
{
    // Not applied.

    /// <summary>No row of the decision tables applies evidence of this type by itself.</summary>
    public const string TypeAwaitsDecision = "TYPE_AWAITS_DECISION";

    public const string CorrectsEarlierNotice = "CORRECTS_EARLIER_NOTICE";
    public const string HukouReasonMissing = "HUKOU_REASON_MISSING";
    public const string HukouReasonNotDeath = "HUKOU_REASON_NOT_DEATH";
    public const string MovedOutOfCity = "MOVED_OUT_OF_CITY";
    public const string ToDivisionUnknown = "TO_DIVISION_UNKNOWN";
    public const string ReturnOfFormerHolder = "RETURN_OF_FORMER_HOLDER";
    public const string MoveAfterDeath = "MOVE_AFTER_DEATH";

    /// <summary>A fault of ours while applying: the evidence is whole and waits.</summary>
    public const string ApplyFailed = "APPLY_FAILED";

    // Applied, and worth a second look.

    public const string ToCommunityMissing = "TO_COMMUNITY_MISSING";
    public const string ToCommunityUnknown = "TO_COMMUNITY_UNKNOWN";
    public const string DeathDatesDiffer = "DEATH_DATES_DIFFER";
    public const string HolderUnder16 = "HOLDER_UNDER_16";
    public const string HolderOver110 = "HOLDER_OVER_110";
    public const string DeathOverAYearAgo = "DEATH_OVER_A_YEAR_AGO";
}
