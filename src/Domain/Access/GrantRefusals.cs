using Domain.Shared;

namespace Domain.Access;

/// <summary>Why a grant is not signed or ended.</summary>
public static class GrantRefusals
{
    public static readonly Refusal Unknown = new("GRANT_UNKNOWN", "There is no such grant.");

    public static readonly Refusal NotADraft = new("GRANT_NOT_DRAFT", "Only a draft is signed or changed; propose a new grant instead.");

    public static readonly Refusal NotInForce = new("GRANT_NOT_IN_FORCE", "The grant has ended already, or is in that state.");

    public static readonly Refusal DigestDiffers = new(
        "SIGN_OFF_DIGEST_DIFFERS", "The digest is not that of the grant as it stands: read it again, then sign what it says now.");

    public static readonly Refusal SameSigner = new("SIGN_OFF_SAME_SIGNER", "The second signature must be another person's.");

    public static readonly Refusal SameOffice = new("SIGN_OFF_SAME_OFFICE", "The second signature must come from another office.");

    public static readonly Refusal OwnGrant = new("SIGN_OFF_OWN", "Nobody signs a grant to themselves.");
}
