namespace Domain.StatusChanges;

/// <summary>What made the difference between two states: evidence that came or went, a decision, or the passing of time.</summary>
/// <param name="On">The day on which it came about here.</param>
/// <param name="Evidence">The evidence that came or went; null for a decision and for time.</param>
/// <param name="Decision">The decision, if it was one.</param>
public sealed record Cause(DateOnly On, EvidenceFact? Evidence = null, DecisionFact? Decision = null)
{
    /// <summary>Whether the evidence was taken away: withdrawn, superseded or rejected.</summary>
    public bool IsUndoing { get; init; }

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Cause);
}
