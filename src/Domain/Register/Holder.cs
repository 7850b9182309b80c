using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Register;

/// <summary>A holder as an existing register describes them, every value read and found sound.</summary>
public sealed record Holder
{
    public required string Name { get; init; }

    public required IdNumber IdNumber { get; init; }

    public required Sex Sex { get; init; }

    public required PartialDate BirthDate { get; init; }

    public string? Ethnicity { get; init; }

    public required DisabilityCategory Category { get; init; }

    /// <summary>1, most severe, to 4.</summary>
    public required int Level { get; init; }

    /// <summary>For category multiple: <c>category:level</c>, comma-separated, ordered.</summary>
    public string? Components { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required DateOnly ValidUntil { get; init; }

    /// <summary>How often the certificate was replaced; 0 for never.</summary>
    public required int Replacements { get; init; }

    /// <summary>The founding facts: what the fold begins with.</summary>
    public required PersonState Founding { get; init; }

    public string? ResidenceAddress { get; init; }

    public string? ResidenceCommunityCode { get; init; }

    public DateOnly? ResidenceObservedOn { get; init; }

    public string? Phone { get; init; }

    public string? GuardianName { get; init; }

    public string? GuardianRelation { get; init; }

    public string? GuardianPhone { get; init; }

    public required bool IsOnSubsistenceAllowance { get; init; }

    public IReadOnlyList<HolderSubsidy> Subsidies { get; init; } = [];

    /// <summary>Name of the community that works for the person, where the line states it.</summary>
    public string? CommunityName { get; init; }

    public string? TownName { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Holder);
}

/// <summary>A subsidy that the register says was granted.</summary>
public sealed record HolderSubsidy(SubsidyKind Kind, DateOnly Since, DateOnly? Until);
