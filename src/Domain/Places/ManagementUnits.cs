using System.Collections.Frozen;

namespace Domain.Places;

/// <summary>Who does the federation's work in a place: a county or one of two zones (domain.md 4.1).</summary>
/// <param name="Code">The division code of a county; <c>KM-YZH</c> or <c>KM-JKQ</c> for a zone.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="DivisionCode">The statutory division; null for a zone, whose communities lie in several.</param>
/// <param name="BudgetWeight">Share of the yearly budget in units of 10,000 yuan: the proportions of a synthetic register.</param>
public sealed record ManagementUnit(string Code, string Name, string? DivisionCode, decimal BudgetWeight)
{
    public bool IsZone => DivisionCode is null;
}

/// <summary>The sixteen units that the row scope of county federations goes by.</summary>
public static class ManagementUnits
{
    /// <summary>阳宗海: administers land of Yiliang, Chenggong and their neighbours.</summary>
    public const string Yangzonghai = "KM-YZH";

    /// <summary>经开区: administers sub-districts of Guandu and Chenggong.</summary>
    public const string EconomicZone = "KM-JKQ";

    /// <summary>The counties in the order of their codes, then the zones. The weights add up to 331.</summary>
    public static readonly IReadOnlyList<ManagementUnit> All =
    [
        County("530102", 14),
        County("530103", 13),
        County("530111", 11),
        County("530112", 13),
        County("530113", 55),
        County("530114", 5),
        County("530115", 17),
        County("530124", 13),
        County("530125", 21),
        County("530126", 16),
        County("530127", 19),
        County("530128", 55),
        County("530129", 63),
        County("530181", 8),
        new(Yangzonghai, "阳宗海", null, 6.5m),
        new(EconomicZone, "经开区", null, 1.5m),
    ];

    private static readonly FrozenDictionary<string, ManagementUnit> ByCode =
        All.ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);

    /// <summary>The unit of a code, or null.</summary>
    public static ManagementUnit? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Name of the unit, or null for a code that is none.</summary>
    public static string? NameOf(string code) => Find(code)?.Name;

    private static ManagementUnit County(string code, decimal budgetWeight) =>
        new(code, Divisions.Find(code)!.Name, code, budgetWeight);
}
