using Domain.Notices;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Cases;

/// <summary>A matter that a human decides (domain.md 10).</summary>
public sealed class Case
{
    public required CaseId Id { get; init; }

    public required CaseKind Kind { get; init; }

    public required CaseState State { get; set; }

    /// <summary>The person it is about; null while that is the question.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>The evidence that opened it.</summary>
    public EvidenceId? EvidenceId { get; init; }

    /// <summary>Stable codes of why it was opened, comma-separated.</summary>
    public required string Reasons { get; set; }

    /// <summary>TRANSFER: the unit that gives the person up.</summary>
    public string? FromUnitCode { get; init; }

    /// <summary>TRANSFER: the unit that receives the person; null where that lies outside the city.</summary>
    public string? ToUnitCode { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day by which it must be decided; null where there is no clock, or no calendar to count it by.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it was raised to the city because nobody below answered, or could.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>What the second signer signs, while a first signature waits.</summary>
    public string? Digest { get; set; }

    /// <summary>RECALL: the receiver that is owed the reversal.</summary>
    public int? ReceiverId { get; init; }

    /// <summary>RECALL: place of the reversal in the receiver's feed; once that is acknowledged, the matter is closed.</summary>
    public long? FeedSequence { get; init; }

    /// <summary>CORRECTION: key of the catalogue item that is said to be wrong.</summary>
    public string? Item { get; init; }

    /// <summary>CORRECTION: the client that says so.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>CORRECTION: why, and by what evidence, in the reporter's words; encrypted.</summary>
    public byte[]? Statement { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Person? Person { get; init; }
}

public readonly record struct CaseId(Guid Value) : IKey<CaseId>
{
    public static CaseId Of(Guid value) => new(value);
}

public enum CaseKind
{
    Review,
    Conflict,
    Transfer,
    Correction,
    Recall,
}

public enum CaseState
{
    Open,
    Closed,
}

/// <summary>One of the persons that a review case chooses between.</summary>
public sealed class CaseCandidate
{
    public required CaseId CaseId { get; init; }

    public required PersonId PersonId { get; init; }

    public Person? Person { get; init; }
}

/// <summary>One of the pieces of evidence that a case is about: its sides stand side by side.</summary>
public sealed class CaseEvidence
{
    public required CaseId CaseId { get; init; }

    public required EvidenceId EvidenceId { get; init; }

    public Evidence? Evidence { get; init; }
}
