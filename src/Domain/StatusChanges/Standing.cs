using Domain.Matching;
using Domain.Notices;
using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>Whether a new piece of evidence stands at once, or is kept until a human decides (domain.md 8.3 and 8.6).</summary>
/// <param name="Stands">True where a row of the decision tables takes it by itself.</param>
/// <param name="Reasons">Why it waits; empty where it stands.</param>
public sealed record Standing(bool Stands, IReadOnlyList<string> Reasons)
{
    private static readonly Standing AtOnce = new(true, []);

    /// <summary>D10 and M11 first: nothing but an exact match is ever applied by a rule.</summary>
    /// <param name="match">Whom the notice is about.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="repeatsUndone">Whether the same fact about the person was withdrawn or reversed before.</param>
    public static Standing Of(Match match, Notice notice, bool repeatsUndone) =>
        match.Certain is null ? new(false, match.Reasons)
        : ReasonToWait(notice, repeatsUndone) is { } reason ? new(false, [reason])
        : AtOnce;

    private static string? ReasonToWait(Notice notice, bool repeatsUndone) => notice switch
    {
        _ when repeatsUndone => MatterReasons.SameAsUndone,
        { Type: NoticeType.SocialReport, Reports: SocialReportKind.Death } => MatterReasons.DeathSaidSocially,
        { Type: NoticeType.HukouMoved, ToDivision: { } division } when IsNoDivisionOfToday(division) => MatterReasons.ToDivisionUnknown,
        _ => null,
    };

    // Nobody is registered in a retired division, or in the city as a whole. Codes outside our tables lie outside the city.
    private static bool IsNoDivisionOfToday(string code) =>
        Divisions.Find(code) is not null && !Divisions.Counties.Any(county => county.Code == code);
}
