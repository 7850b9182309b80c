namespace Persistence.StatusChanges;

/// <summary>Something in the register that does not hold.</summary>
/// <param name="Code">One of <see cref="VerificationCodes"/>.</param>
/// <param name="Subject">Id of what it was found on; never a value.</param>
public readonly record struct VerificationFinding(string Code, string Subject);

/// <summary>What <see cref="RegisterVerification"/> looks for.</summary>
public static class VerificationCodes
{
    /// <summary>The stored state is not what the standing evidence gives.</summary>
    public const string StateDiffers = "STATE_DIFFERS";

    /// <summary>The evidence of a person cannot be folded at all.</summary>
    public const string FoldFails = "FOLD_FAILS";

    public const string FoundingMissing = "FOUNDING_MISSING";
    public const string EvidenceWithoutPerson = "EVIDENCE_WITHOUT_PERSON";
    public const string UnitUnknown = "UNIT_UNKNOWN";
    /// <summary>The persons of the units are not the persons of the register.</summary>
    public const string UnitsDoNotAddUp = "UNITS_DO_NOT_ADD_UP";

    public const string FeedHasGap = "FEED_HAS_GAP";
    public const string FeedLengthDiffers = "FEED_LENGTH_DIFFERS";
    public const string NeedOpenThoughDead = "NEED_OPEN_THOUGH_DEAD";
    public const string NeedClosedThoughAlive = "NEED_CLOSED_THOUGH_ALIVE";
    public const string TransferWithoutCase = "TRANSFER_WITHOUT_CASE";
    public const string CaseWithoutTransfer = "CASE_WITHOUT_TRANSFER";

    /// <summary>A signature stands under another text than the grant now has.</summary>
    public const string GrantNotAsSigned = "GRANT_NOT_AS_SIGNED";

    /// <summary>A grant is in force, or was, without the signatures of two persons of two offices.</summary>
    public const string GrantNotSignedByTwo = "GRANT_NOT_SIGNED_BY_TWO";

    /// <summary>Two grants of a client for a purpose hold at the same time.</summary>
    public const string GrantsOverlap = "GRANTS_OVERLAP";
}
