using Domain.Persons;

namespace Domain.Access;

/// <summary>Which persons a grant reaches (domain.md 7).</summary>
/// <param name="Kind">By what the scope is drawn.</param>
/// <param name="Code">Unit or division code, or the person's id; null for the city, own notices and nothing.</param>
public sealed record RowScope(RowScopeKind Kind, string? Code)
{
    public static readonly RowScope Nothing = new(RowScopeKind.Nothing, null);

    public static readonly RowScope City = new(RowScopeKind.City, null);

    /// <summary>Persons whom the unit works for, and those on their way to it.</summary>
    public static RowScope ManagementUnit(string code) => new(RowScopeKind.ManagementUnit, code);

    /// <summary>Persons whose household registration lies in the division.</summary>
    public static RowScope HukouDivision(string code) => new(RowScopeKind.HukouDivision, code);

    /// <summary>Persons of whom a notice stands that the client itself sent: what it knows of them, it told.</summary>
    public static readonly RowScope OwnNotices = new(RowScopeKind.OwnNotices, null);

    /// <summary>The person alone.</summary>
    public static RowScope Self(PersonId id) => new(RowScopeKind.Self, id.Value.ToString("N"));
}

public enum RowScopeKind
{
    Nothing,
    City,
    ManagementUnit,
    HukouDivision,
    Self,
    OwnNotices,
}
