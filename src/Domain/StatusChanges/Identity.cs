using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>Who a person is, as public security keeps it (domain.md 6).</summary>
public sealed record Identity(IdNumber IdNumber, string Name, Sex Sex, PartialDate BirthDate)
{
    /// <summary>What the corrected identity states replaces what was kept; the rest stays.</summary>
    public Identity With(NoticeSubject right) => new(
        right.IdNumber ?? IdNumber,
        right.Name ?? Name,
        right.Sex ?? Sex,
        right.BirthDate ?? BirthDate);

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Identity);
}

/// <summary>An identity that a person bore until a correction: notices that use it still find the person.</summary>
/// <param name="Identity">What it was.</param>
/// <param name="ValidUntil">Day of the correction.</param>
public sealed record FormerSelf(Identity Identity, DateOnly ValidUntil)
{
    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(FormerSelf);
}

/// <summary>Where a person lives, as somebody observed it: says nothing about the registration (domain.md 8.6, M7).</summary>
/// <param name="Address">The address, or town and community where no more was said; null where nothing is known.</param>
/// <param name="CommunityCode">The last community known.</param>
/// <param name="ObservedOn">Day of the observation.</param>
/// <param name="Source">The client that observed it.</param>
/// <param name="IsHere">False where the person left: then the place is the last one known.</param>
public sealed record Residence(string? Address, string? CommunityCode, DateOnly? ObservedOn, string? Source, bool IsHere)
{
    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Residence);
}
