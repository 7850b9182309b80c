using System.Collections.Frozen;
using Domain.Places;
using Domain.Shared;

namespace Domain.Persons;

/// <summary>Whether the first six digits of an ID number can be a division code of GB/T 2260.</summary>
/// <remarks>
/// We hold the exact codes of Kunming, today's and retired ones; elsewhere the province must exist. A full list of the
/// country's four decades of codes would be another register to maintain, and all it could ever yield here is a warning.
/// </remarks>
internal static class AreaCodes
{
    private const string Kunming = "5301";

    /// <summary>First two digits: provinces, autonomous regions, municipalities; 71 and 81 to 83 for Taiwan, Hong Kong, Macao.</summary>
    private static readonly FrozenSet<string> Provinces = FrozenSet.Create(StringComparer.Ordinal,
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
        "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
        "71", "81", "82", "83");

    /// <summary>What is wrong with the code, or null. A retired code is as good as one of today.</summary>
    public static Finding? FindingOn(string areaCode, bool allowSynthetic)
    {
        if (areaCode.Equals(IdNumber.SyntheticAreaCode, StringComparison.Ordinal))
        {
            return allowSynthetic ? null : PersonFindings.IdAreaSynthetic;
        }

        var exists = areaCode.StartsWith(Kunming, StringComparison.Ordinal)
            ? Divisions.Find(areaCode) is not null
            : Provinces.Contains(areaCode[..2]);
        return exists ? null : PersonFindings.IdAreaUnknown;
    }
}
