using System.Collections.Frozen;

namespace Domain.Places;

/// <summary>A statutory division of GB/T 2260.</summary>
/// <param name="Code">Six digits. Never made up: a zone without a code is a <see cref="ManagementUnit"/> only.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="From">Year in which the code came into use; null where that lies before our lists.</param>
/// <param name="To">Year in which the code was retired; null for one of today.</param>
public sealed record Division(string Code, string Name, int? From = null, int? To = null)
{
    public bool IsRetired => To is not null;
}

/// <summary>The divisions that the register speaks of (domain.md 4.1, 4.2): a table for a civil servant to check.</summary>
public static class Divisions
{
    public static readonly Division City = new("530100", "昆明市");

    /// <summary>The fourteen counties and districts of Kunming, in the order of their codes.</summary>
    public static readonly IReadOnlyList<Division> Counties =
    [
        new("530102", "五华区"),
        new("530103", "盘龙区"),
        new("530111", "官渡区"),
        new("530112", "西山区"),
        new("530113", "东川区", From: 1998),
        new("530114", "呈贡区", From: 2011),
        new("530115", "晋宁区", From: 2016),
        new("530124", "富民县"),
        new("530125", "宜良县"),
        new("530126", "石林彝族自治县"),
        new("530127", "嵩明县"),
        new("530128", "禄劝彝族苗族自治县"),
        new("530129", "寻甸回族彝族自治县", From: 1998),
        new("530181", "安宁市", From: 1995),
    ];

    /// <summary>Codes that nobody is registered under any more, and that stay inside the ID numbers given in their time.</summary>
    /// <remarks>Xundian lay in Qujing under two codes in turn; our sources date the end of the second only.</remarks>
    public static readonly IReadOnlyList<Division> Retired =
    [
        new("530121", "呈贡县", To: 2011),
        new("530122", "晋宁县", To: 2016),
        new("530123", "安宁县", To: 1995),
        new("530200", "东川市", To: 1998),
        new("530327", "寻甸回族彝族自治县", To: 1998),
        new("532231", "寻甸回族彝族自治县", To: 1998),
    ];

    private static readonly FrozenDictionary<string, Division> ByCode =
        Counties.Append(City).Concat(Retired).ToFrozenDictionary(division => division.Code, StringComparer.Ordinal);

    /// <summary>The division of a code, of today or retired; null for a code outside our tables.</summary>
    public static Division? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Name of the division; null for a code outside our tables, such as that of another city.</summary>
    public static string? NameOf(string code) => Find(code)?.Name;
}
