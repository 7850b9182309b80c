namespace Domain.Places;

/// <summary>A village or urban community (村/社区), the smallest place that the register knows.</summary>
public sealed class Community
{
    /// <summary>Twelve digits (statistics bureau); the first six are the statutory division.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Town or sub-district (乡镇/街道) that the community belongs to.</summary>
    public required string TownName { get; init; }

    /// <summary>Statutory six-digit division code (GB/T 2260).</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Who does the federation's work here: one of sixteen units, not always the division (domain.md 4.1).</summary>
    public required string ManagementUnitCode { get; init; }
}
