using Domain.Cases;
using Domain.Notices;

namespace Domain.StatusChanges;

/// <summary>Something in the standing evidence that a human has to look at: it becomes a case once, and closes when it is gone.</summary>
/// <param name="Kind">Review or conflict.</param>
/// <param name="Reason">One of <see cref="MatterReasons"/>.</param>
/// <param name="Evidence">The evidence that it is about.</param>
public readonly record struct Matter(CaseKind Kind, string Reason, EvidenceId Evidence)
{
    /// <summary>All evidence that it is about, so that both sides stand side by side. It may grow while the matter stays the same.</summary>
    public IReadOnlyList<EvidenceId> Sides { get; init; } = [Evidence];

    /// <summary>The same matter, whatever has joined its sides since.</summary>
    public bool Equals(Matter other) => Kind == other.Kind && Reason == other.Reason && Evidence == other.Evidence;

    public override int GetHashCode() => HashCode.Combine(Kind, Reason, Evidence);
}
