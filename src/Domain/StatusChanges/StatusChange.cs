using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Domain.StatusChanges;

/// <summary>One fact that changed about a person, as receivers are told it (api.md 4).</summary>
public sealed class StatusChange
{
    public required StatusChangeId Id { get; init; }

    /// <summary>Null for changes that concern a receiver's rights instead of a person.</summary>
    public PersonId? PersonId { get; init; }

    public required StatusChangeType Type { get; init; }

    /// <summary>Day of the fact, or of its effect; may be partial.</summary>
    public PartialDate? OccurredOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? FromDivisionCode { get; init; }

    public string? ToDivisionCode { get; init; }

    /// <summary>The earlier change that this one supersedes.</summary>
    public StatusChangeId? ReplacesId { get; init; }

    /// <summary>The earlier change that this one takes back.</summary>
    public StatusChangeId? ReversesId { get; init; }

    /// <summary>The evidence whose arrival or end caused the change.</summary>
    public EvidenceId? EvidenceId { get; init; }

    /// <summary>The decision that caused it. Neither this nor evidence: time did.</summary>
    public DecisionId? DecisionId { get; init; }
}

public readonly record struct StatusChangeId(Guid Value) : IKey<StatusChangeId>
{
    public static StatusChangeId Of(Guid value) => new(value);
}

/// <summary>Outbound event types (domain.md 10; which cause makes which: api.md 4).</summary>
public enum StatusChangeType
{
    DeathReported,
    DeathConfirmed,
    DeathDeclared,
    DeathCorrected,
    DeathReversed,
    Relocated,
    TransferOpened,
    TransferAccepted,
    TransferRejected,
    TransferOverdue,
    CertificateFrozen,
    CertificateUnfrozen,
    CertificateCancelled,
    CertificateReinstated,
    CertificateReplaced,
    CertificateExpiring,
    IdentityCorrected,
    PersonsMerged,
    PersonsSplit,
    GrantChanged,
    Withheld,
    Heartbeat,
}
