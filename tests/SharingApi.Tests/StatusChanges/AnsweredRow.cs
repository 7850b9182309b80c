using Domain.Persons;
using Domain.StatusChanges;

namespace SharingApi.Tests.StatusChanges;

/// <summary>A row of the tables whose evidence is a notice and what humans then decide; the days do the rest (D9, M4).</summary>
/// <param name="Id">The row.</param>
/// <param name="Notice">The notice that it begins with.</param>
/// <param name="Decision">What is decided as soon as it is asked; null for a row that only waits.</param>
/// <param name="Effect">The decision as the fold takes it.</param>
internal sealed record AnsweredRow(string Id, RowOfTables Notice, string? Decision = null, DecisionEffect Effect = default)
{
    /// <summary>A later notice of the row, a day after the first.</summary>
    public RowOfTables? Then { get; init; }

    /// <summary>Rows that wait for an answer or for time: M2, M4, M5, D9, and the reviewer's word on D2.</summary>
    public static IReadOnlyList<AnsweredRow> Waiting { get; } =
    [
        new("M2 accepted", Row("M1"), "ACCEPT_TRANSFER", DecisionEffect.TransferAccepted),
        new("M2 rejected, then M4", Row("M1"), "REJECT_TRANSFER", DecisionEffect.TransferRejected),
        new("M3 confirmed outside", Row("M3"), "ACCEPT_TRANSFER", DecisionEffect.TransferAccepted),
        new("M4", Row("M3")),
        new("M5", Row("M3"), "ACCEPT_TRANSFER", DecisionEffect.TransferAccepted) { Then = Row("M1") },
        new("D9", Row("D2")),
        new("D2 confirmed", Row("D2"), "CONFIRM", DecisionEffect.DeathConfirmed),
        new("D3 reversed by two", Row("D3"), "REVERSE_DEATH", DecisionEffect.DeathReversed),
    ];

    /// <summary>Those, and the rows that a notice settles at once.</summary>
    public static IReadOnlyList<AnsweredRow> All { get; } = [.. Waiting, .. RowOfTables.All.Select(row => new AnsweredRow(row.Id, row))];

    /// <summary>Whether an open case asks for this row's decision.</summary>
    public bool IsAskedBy(OpenCase matter) => Decision switch
    {
        "CONFIRM" or "REVERSE_DEATH" => matter.Reason is MatterReasons.DeathReported or MatterReasons.DeathReportsDisagree
            or MatterReasons.SignOfLifeAfterDeath,
        _ => matter.Kind == "TRANSFER",
    };

    /// <summary>Whether the state itself says that somebody is asked; leaving the city waits too, but does not show in it.</summary>
    public bool MustBeAskedBy(PersonState state) => Decision switch
    {
        null => false,
        "CONFIRM" or "REVERSE_DEATH" => state.LifeStatus == LifeStatus.DeathReported,
        _ => state.TransferUnitCode is not null,
    };

    public override string ToString() => Id;

    private static RowOfTables Row(string id) => RowOfTables.All.Single(row => row.Id == id);
}
