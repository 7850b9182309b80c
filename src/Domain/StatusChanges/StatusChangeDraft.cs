using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>A status change before it has an id: what receivers will be told.</summary>
/// <param name="Type">What changed.</param>
/// <param name="OccurredOn">Day of the fact, or of its effect.</param>
/// <param name="FromDivisionCode">For moves: the old division.</param>
/// <param name="ToDivisionCode">For moves: the new division.</param>
public sealed record StatusChangeDraft(
    StatusChangeType Type,
    PartialDate? OccurredOn,
    string? FromDivisionCode = null,
    string? ToDivisionCode = null)
{
    /// <summary>How it stands to an earlier change of the person.</summary>
    public ChangeLink Link { get; init; }
}

/// <summary>How a change stands to an earlier one (api.md 4).</summary>
public enum ChangeLink
{
    None,

    /// <summary>Supersedes the last thing that receivers were told of a death.</summary>
    ReplacesDeath,

    /// <summary>Takes it back.</summary>
    ReversesDeath,

    /// <summary>Takes back the last correction of the identity.</summary>
    ReversesIdentity,

    /// <summary>Takes back the last freeze of the certificate.</summary>
    ReversesFreeze,

    /// <summary>Takes back the last cancellation of the certificate.</summary>
    ReversesCancellation,

    /// <summary>Takes back the last merger of two persons.</summary>
    ReversesMerger,
}

/// <summary>Which earlier changes a link can point at; the newest of them counts.</summary>
public static class ChangeLinks
{
    private static readonly StatusChangeType[] Deaths =
    [
        StatusChangeType.DeathReported, StatusChangeType.DeathConfirmed, StatusChangeType.DeathDeclared,
        StatusChangeType.DeathCorrected,
    ];

    /// <summary>What a receiver may have been told of a death, and is owed the reversal of.</summary>
    public static IReadOnlyList<StatusChangeType> OfDeath => Deaths;

    /// <summary>Empty for no link.</summary>
    public static IReadOnlyList<StatusChangeType> TargetsOf(ChangeLink link) => link switch
    {
        ChangeLink.None => [],
        ChangeLink.ReplacesDeath or ChangeLink.ReversesDeath => Deaths,
        ChangeLink.ReversesIdentity => [StatusChangeType.IdentityCorrected],
        ChangeLink.ReversesFreeze => [StatusChangeType.CertificateFrozen],
        ChangeLink.ReversesCancellation => [StatusChangeType.CertificateCancelled],
        ChangeLink.ReversesMerger => [StatusChangeType.PersonsMerged],
    };

    public static bool IsReversal(ChangeLink link) =>
        link is ChangeLink.ReversesDeath or ChangeLink.ReversesIdentity or ChangeLink.ReversesFreeze
            or ChangeLink.ReversesCancellation or ChangeLink.ReversesMerger;
}
