namespace Persistence.Register;

/// <summary>Which people (民族) somebody in a division may belong to: mostly Han, and whom the county is named after.</summary>
internal static class SyntheticPeoples
{
    private const string Han = "汉族";

    private static readonly (string Value, int Weight)[] Elsewhere =
    [
        (Han, 860), ("彝族", 45), ("回族", 30), ("白族", 25), ("苗族", 10), ("哈尼族", 6), ("傣族", 6), ("壮族", 5), ("纳西族", 4),
        ("傈僳族", 4), ("蒙古族", 2), ("布依族", 1), ("拉祜族", 1), ("维吾尔族", 1),
    ];

    private static readonly Dictionary<string, (string Value, int Weight)[]> InCounty = new(StringComparer.Ordinal)
    {
        ["530126"] = [(Han, 640), ("彝族", 340), ("壮族", 10), ("苗族", 10)],
        ["530128"] = [(Han, 680), ("彝族", 220), ("苗族", 60), ("傈僳族", 30), ("回族", 10)],
        ["530129"] = [(Han, 760), ("回族", 110), ("彝族", 90), ("苗族", 40)],
    };

    public static bool IsMinority(string people) => !string.Equals(people, Han, StringComparison.Ordinal);

    public static string Of(Dice dice, string division) => dice.Pick(InCounty.GetValueOrDefault(division, Elsewhere));
}
