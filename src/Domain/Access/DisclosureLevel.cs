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
