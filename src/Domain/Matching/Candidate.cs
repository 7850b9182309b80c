using Domain.Persons;

namespace Domain.Matching;

/// <summary>A holder whom a notice may be about, as far as matching looks at them.</summary>
public sealed record Candidate
{
    /// <summary>The person; of somebody who was merged into another, that other one (ADR 0020).</summary>
    public required PersonId Id { get; init; }

    public required IdNumber IdNumber { get; init; }

    public required string FoldedName { get; init; }

    public required Sex Sex { get; init; }

    public required PartialDate BirthDate { get; init; }

    public string? HukouCommunityCode { get; init; }

    /// <summary>ID numbers and names that the person had before.</summary>
    public IReadOnlyList<FormerName> Former { get; init; } = [];

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Candidate);
}

/// <summary>An ID number and the folded name that a person bore with it, until they were corrected.</summary>
public readonly record struct FormerName(IdNumber IdNumber, string FoldedName)
{
    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(FormerName);
}
