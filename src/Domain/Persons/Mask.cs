using System.Buffers;
using System.Text;
using Domain.Places;

namespace Domain.Persons;

/// <summary>What a caller sees of a value at level masked (domain.md 7). Masks keep the form of the value and go by code point.</summary>
/// <remarks>A value shorter than its mask expects is hidden whole: a mask never shows more than the rule allows.</remarks>
public static class Mask
{
    private const string Rest = "***";

    /// <summary>Towns, villages, streets, groups and house numbers: whatever lies below a county.</summary>
    private static readonly SearchValues<char> LocalWords = SearchValues.Create("镇乡街路村巷号组");

    /// <summary>The first code point, then a star for each of the others; dots stay, to keep the parts apart.</summary>
    public static string Name(string name)
    {
        var masked = new StringBuilder(name.Length);
        var isFirst = true;
        foreach (var rune in name.EnumerateRunes())
        {
            masked.Append(isFirst || PersonName.IsDot(rune) ? rune.ToString() : "*");
            isFirst = false;
        }

        return masked.ToString();
    }

    /// <summary>The area, then twelve stars: the 17th digit would give the sex away.</summary>
    public static string IdNumber(string number) =>
        number.Length == Persons.IdNumber.Length
            ? string.Concat(number.AsSpan(0, 6), "************")
            : "******************";

    /// <summary>As the ID number, then two stars for category and level. A replacement is not shown.</summary>
    public static string CertificateNumber(string number) =>
        string.Concat(IdNumber(number.Length >= Persons.IdNumber.Length ? number[..Persons.IdNumber.Length] : number), "**");

    /// <summary>The first three digits and the last four around four stars; shorter than a mobile number: four stars alone.</summary>
    public static string Phone(string phone) =>
        phone.Length >= 11 && !phone.Any(char.IsSurrogate)
            ? string.Concat(phone.AsSpan(0, 3), "****", phone.AsSpan(phone.Length - 4))
            : "****";

    /// <summary>To the county, then three stars; where no county can be made out, less.</summary>
    public static string Address(string address) => string.Concat(address.AsSpan(0, LengthToCounty(address)), Rest);

    /// <summary>The year.</summary>
    public static PartialDate BirthDate(PartialDate date) => date.ToYear();

    /// <summary>Year and month, or the year where no more is known.</summary>
    public static PartialDate DeathDate(PartialDate date) => date.ToMonth();

    /// <summary>How much of an address is province, prefecture and county.</summary>
    /// <remarks>
    /// Nothing behind the first word of a town or a street counts, so that a housing estate (小区) is never taken for a county (区).
    /// </remarks>
    private static int LengthToCounty(string address)
    {
        var firstLocal = address.AsSpan().IndexOfAny(LocalWords);
        var upper = firstLocal < 0 ? address : address[..firstLocal];

        foreach (var county in Divisions.Counties)
        {
            var at = upper.IndexOf(county.Name, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at + county.Name.Length;
            }
        }

        var city = upper.IndexOf('市', StringComparison.Ordinal);
        if (city < 0)
        {
            return 0;
        }

        var below = upper.AsSpan(city + 1).IndexOfAny('区', '县', '市');
        return below < 0 ? city + 1 : city + 1 + below + 1;
    }
}
