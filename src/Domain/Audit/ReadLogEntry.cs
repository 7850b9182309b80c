using Domain.Access;

namespace Domain.Audit;

/// <summary>What one operation on personal data disclosed, or was refused (domain.md 10). Append-only.</summary>
public sealed class ReadLogEntry
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Client { get; init; }

    /// <summary>The human behind the client, where the token names one: an opaque object id.</summary>
    public string? User { get; init; }

    /// <summary>A system or a human.</summary>
    public required ClientKind Kind { get; init; }

    public Purpose? Purpose { get; init; }

    /// <summary>The grant that decided what was given; null where none did.</summary>
    public Guid? Grant { get; init; }

    /// <summary>The caller's own file reference (header <c>Sharing-Case</c>), as sent.</summary>
    public string? CaseReference { get; init; }

    public required string RequestId { get; init; }

    /// <summary>Root fields of the operation, comma-separated.</summary>
    public required string RootFields { get; init; }

    /// <summary>Catalogue items with the level they were given at, as <c>person.name:C,person.phone:M</c>.</summary>
    public required string Items { get; init; }

    public required ReadOutcome Outcome { get; init; }

    /// <summary>Number of distinct persons of whom anything was disclosed.</summary>
    public required int PersonCount { get; init; }

    /// <summary>Ids of those persons, sixteen bytes each.</summary>
    public required byte[] Persons { get; init; }
}

public enum ReadOutcome
{
    /// <summary>At least one person was disclosed.</summary>
    Hit,

    /// <summary>Nobody was found.</summary>
    Miss,

    /// <summary>The request was refused as a whole.</summary>
    Refused,
}
