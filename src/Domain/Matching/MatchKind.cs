namespace Domain.Matching;

/// <summary>How surely a notice names one holder (domain.md 8.2).</summary>
public enum MatchKind
{
    /// <summary>ID number, folded name and whatever else was sent are equal.</summary>
    Exact,

    /// <summary>The ID number is a holder's, something else differs: review.</summary>
    IdOnly,

    /// <summary>No ID number; name, birth date and hukou community are one holder's: review.</summary>
    Weak,

    /// <summary>More than one candidate: review.</summary>
    Ambiguous,
}
