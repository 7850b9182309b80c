using System.Diagnostics;

namespace Domain.Access;

/// <summary>How much of a data item a caller gets (domain.md 7), most open first.</summary>
public enum DisclosureLevel
{
    /// <summary>C: the value.</summary>
    Clear,

    /// <summary>M: the value with its mask, or null where it has none.</summary>
    Masked,

    /// <summary>V: the caller supplies a value and gets yes or no.</summary>
    MatchOnly,

    /// <summary>A: counts only, small cells suppressed.</summary>
    Aggregate,

    /// <summary>D: nothing.</summary>
    Denied,
}

/// <summary>The letters of the levels, as the sharing matrix and the read log write them.</summary>
public static class LevelLetter
{
    public static char Of(DisclosureLevel level) => level switch
    {
        DisclosureLevel.Clear => 'C',
        DisclosureLevel.Masked => 'M',
        DisclosureLevel.MatchOnly => 'V',
        DisclosureLevel.Aggregate => 'A',
        DisclosureLevel.Denied => 'D',
        _ => throw new UnreachableException(),
    };

    /// <summary>The level of a letter; null for text that is none.</summary>
    public static DisclosureLevel? LevelOf(string letter) => letter switch
    {
        "C" => DisclosureLevel.Clear,
        "M" => DisclosureLevel.Masked,
        "V" => DisclosureLevel.MatchOnly,
        "A" => DisclosureLevel.Aggregate,
        "D" => DisclosureLevel.Denied,
        _ => null,
    };
}
