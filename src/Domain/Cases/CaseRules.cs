using Domain.Shared;

namespace Domain.Cases;

/// <summary>Who decides, as far as the rules ask.</summary>
/// <param name="Client">Name of the client or user.</param>
/// <param name="Office">The office it holds.</param>
/// <param name="IsReviewer">A human with the role <c>Case.Review</c>.</param>
/// <param name="UnitCode">For a county federation's system: its management unit.</param>
public sealed record Decider(string Client, string Office, bool IsReviewer, string? UnitCode);

/// <summary>Who may decide what in which case (api.md 2 and 3).</summary>
public static class CaseRules
{
    private static readonly Refusal Unknown = new("CASE_UNKNOWN", "There is no such case among those that you may read.");

    private static readonly Refusal NotYours = new(
        "CASE_NOT_YOURS", "This case is decided by somebody else: a transfer by the receiving unit until it is raised to the city.");

    private static readonly Refusal Closed = new("CASE_CLOSED", "The case was decided or settled before.");

    private static readonly Refusal NotPossible = new("DECISION_NOT_POSSIBLE", "This decision does not exist for a case of this kind.");

    private static readonly Refusal ReasonMissing = new("DECISION_REASON_MISSING", "State a reason of 1 to 500 characters.");

    private const int LongestReason = 500;

    /// <summary>The decisions that each kind of case knows, where its evidence waits and where it stands.</summary>
    private static readonly Dictionary<CaseKind, (CaseDecision[] Waiting, CaseDecision[] Standing)> Possible = new()
    {
        [CaseKind.Review] = (
            [CaseDecision.Confirm, CaseDecision.Reject, CaseDecision.AssignPerson],
            [CaseDecision.Confirm, CaseDecision.Close, CaseDecision.ReverseDeath, CaseDecision.AcceptTransfer, CaseDecision.AssignPerson]),
        [CaseKind.Conflict] = (
            [],
            [CaseDecision.Confirm, CaseDecision.Reject, CaseDecision.Close, CaseDecision.ReverseDeath]),
        [CaseKind.Transfer] = ([], [CaseDecision.AcceptTransfer, CaseDecision.RejectTransfer]),
        [CaseKind.Correction] = (
            [],
            [CaseDecision.Confirm, CaseDecision.Reject, CaseDecision.Close, CaseDecision.ReverseDeath, CaseDecision.AssignPerson]),
        [CaseKind.Recall] = ([], []),
    };

    /// <summary>Null where the decision may be taken; otherwise why not.</summary>
    /// <param name="matter">The case.</param>
    /// <param name="decision">What is to be decided.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="reason">The reason that was stated.</param>
    /// <param name="waits">Whether the evidence of the case waits for the decision.</param>
    public static Refusal? Refuse(Case matter, CaseDecision decision, Decider decider, string reason, bool waits)
    {
        if (RefuseDecider(matter, decider) is { } refusal)
        {
            return refusal;
        }

        var (waiting, standing) = Possible[matter.Kind];
        return matter.State == CaseState.Closed ? Closed
            : string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason ? ReasonMissing
            : !(waits ? waiting : standing).Contains(decision) ? NotPossible
            : null;
    }

    /// <summary>Where a decision of this kind finds nothing that it could change.</summary>
    public static Refusal NothingToDecide { get; } = NotPossible;

    /// <summary>For an id that names no case.</summary>
    public static Refusal CaseUnknown { get; } = Unknown;

    private static Refusal? RefuseDecider(Case matter, Decider decider)
    {
        var isUnitsOwn = matter is { Kind: CaseKind.Transfer, ToUnitCode: not null, EscalatedAt: null };
        if (!isUnitsOwn)
        {
            return decider.IsReviewer ? null
                : matter.Kind == CaseKind.Transfer && Concerns(matter, decider) ? NotYours
                : Unknown;
        }

        return decider.UnitCode == matter.ToUnitCode ? null
            : Concerns(matter, decider) ? NotYours
            : Unknown;
    }

    private static bool Concerns(Case matter, Decider decider) =>
        decider.UnitCode is { } unit && (unit == matter.FromUnitCode || unit == matter.ToUnitCode);
}
