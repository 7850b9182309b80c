using Domain.Matching;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Notices;

/// <summary>A notice that was kept because it may concern a holder: immutable but for its standing (domain.md 8.1).</summary>
public sealed class Evidence
{
    public required EvidenceId Id { get; init; }

    /// <summary>Order of record: counts up with every piece of evidence that the register ever took.</summary>
    public required long Position { get; init; }

    /// <summary>The person it was matched with; null while a case decides.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>The person from whom a merger brought it (ADR 0020); null where nobody was merged.</summary>
    public PersonId? MergedFromId { get; init; }

    public required EvidenceType Type { get; init; }

    /// <summary>The client that sent it (domain.md 8.7: source = the sending client).</summary>
    public required string Client { get; init; }

    /// <summary>Keyed digest of the message id; with <see cref="Client"/> it de-duplicates for ever. Null for founding evidence.</summary>
    public byte[]? MessageDigest { get; init; }

    /// <summary>When the fact happened: valid time, may be partial.</summary>
    public PartialDate? OccurredOn { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What was sent, or the founding facts, encrypted.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>How surely it names one holder; null where that could not be asked.</summary>
    public MatchKind? Match { get; set; }

    /// <summary>False while it waits for a decision and once it has ended; the fold reads only what stands.</summary>
    public required bool IsStanding { get; set; }

    /// <summary>The earlier evidence that this one supersedes; it may have arrived later.</summary>
    public EvidenceId? CorrectsId { get; set; }

    /// <summary>Why it stands no more; null while it stands or waits.</summary>
    public EvidenceEnd? End { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why its source withdrew it, in the source's words, encrypted.</summary>
    public byte[]? EndReason { get; set; }

    /// <summary>Takes it out of what stands.</summary>
    public void Ends(EvidenceEnd end, DateTimeOffset at)
    {
        IsStanding = false;
        End = end;
        EndedAt = at;
    }

    /// <summary>It stands: for the first time by a decision, or again because what superseded it was withdrawn.</summary>
    public void Stands()
    {
        IsStanding = true;
        End = null;
        EndedAt = null;
    }
}

public readonly record struct EvidenceId(Guid Value) : IKey<EvidenceId>
{
    public static EvidenceId Of(Guid value) => new(value);
}

/// <summary>How a piece of evidence came to stand no more.</summary>
public enum EvidenceEnd
{
    /// <summary>Its source says that it was wrong.</summary>
    Withdrawn,

    /// <summary>Its source sent a correction, which stands instead.</summary>
    Superseded,

    /// <summary>A reviewer decided against it.</summary>
    Rejected,
}

/// <summary>What kind of fact a piece of evidence states: the notice types of api.md 3 and the founding of the register.</summary>
public enum EvidenceType
{
    Founding,
    HukouCancelled,
    DeathCertificate,
    Cremation,
    CourtDeclaredDead,
    CourtDeclarationRevoked,
    HukouMoved,
    IdentityCorrected,
    SocialReport,
}
