using Domain.Matching;
using Domain.Notices;
using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>Whether a new piece of evidence stands at once, or is kept until a human decides (domain.md 8.3 and 8.6).</summary>
/// <param name="Stands">True where a row of the decision tables applies it by itself.</param>
/// <param name="Reasons">Why it waits; empty where it stands.</param>
public sealed record Standing(bool Stands, IReadOnlyList<string> Reasons)
{
    private static readonly Standing AtOnce = new(true, []);

    /// <summary>D10 and M11 first: nothing but an exact match is ever applied by a rule.</summary>
    public static Standing Of(Match match, Notice notice) =>
        match.Certain is null ? new(false, match.Reasons)
        : ReasonToWait(notice) is { } reason ? new(false, [reason])
        : AtOnce;

    // Total over the types: a type whose rows come later moves from its last line to a line of its own.
    private static string? ReasonToWait(Notice notice) => notice switch
    {
        { Corrects: not null } => MatterReasons.CorrectsEarlierNotice,
        { Type: NoticeType.HukouCancelled, Reason: HukouReason.Death } => null,
        { Type: NoticeType.HukouCancelled, Reason: null } => MatterReasons.HukouReasonMissing,
        { Type: NoticeType.HukouCancelled } => MatterReasons.HukouReasonNotDeath,
        { Type: NoticeType.HukouMoved, ToDivision: { } division } => ReasonToWait(division),
        _ => MatterReasons.TypeAwaitsDecision,
    };

    private static string? ReasonToWait(string toDivision) =>
        Divisions.Counties.Any(county => county.Code == toDivision) ? null
        : Divisions.NameOf(toDivision) is not null ? MatterReasons.ToDivisionUnknown
        : MatterReasons.MovedOutOfCity;
}
