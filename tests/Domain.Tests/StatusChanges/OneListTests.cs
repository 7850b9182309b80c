using CsCheck;
using Domain.Persons;
using Domain.Places;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>Whatever moves, answers and days come: everybody is on exactly one list, and no clock runs but the one of the page (M1 to M4).</summary>
public sealed class OneListTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);
    private static readonly string[] Units = [.. ManagementUnits.All.Select(unit => unit.Code)];

    private static readonly (string Division, string? Community)[] Places =
    [
        ("530102", "530102001001"), ("530102", "530102002001"), ("530128", "530128001001"), ("530128", null), ("530111", "530111001001"),
        ("530103", null), ("310101", null),
    ];

    private static readonly Gen<(int Kind, int Days, int Choice)[]> Walks =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, 1_000_000]).Array[1, 16];

    [Fact]
    public void Everybody_is_on_exactly_one_list_and_an_open_transfer_names_another_unit() => Walks.Sample(
        steps => Walked(steps).All(at =>
            Units.Count(unit => unit == at.Folded.State.ManagementUnitCode) == 1 &&
            (at.Folded.State.TransferUnitCode != at.Folded.State.ManagementUnitCode || at.Folded.Transfer is null or { FromUnit: null }) &&
            at.Folded.State.TransferUnitCode == at.Folded.Transfer?.ToUnit &&
            (at.Folded.State.CertificateStatus != CertificateStatus.Transferring || at.Folded.Transfer is not null)),
        iter: 3_000);

    [Fact]
    public void Reminders_come_at_five_and_eleven_months_the_freeze_at_six_and_the_end_at_twelve() => Walks.Sample(
        steps => Walked(steps).All(at =>
        {
            var state = at.Folded.State;
            if (at.Folded.Waiting is not { } waiting || state.CertificateStatus == CertificateStatus.TransferredOut)
            {
                // Nothing waits; or a former holder was not taken back, and has no certificate here to lose.
                return state.CertificateStatusReason is null && !Reminds(at.Folded, "SOON");
            }

            var isDue = (int months) => waiting.Since.AddMonths(months) <= at.Day;
            return state.CertificateStatusReason == (isDue(12) ? CertificateStatusReason.TransferOverdue1Y
                    : isDue(6) ? CertificateStatusReason.TransferOverdue6M
                    : null) &&
                Reminds(at.Folded, MatterReasons.TransferOverdueSoon) == isDue(5) &&
                Reminds(at.Folded, MatterReasons.TransferCancelsSoon) == isDue(11);
        }),
        iter: 3_000);

    private static bool Reminds(Folded folded, string reason) =>
        folded.Matters.Any(matter => matter.Reason.EndsWith(reason, StringComparison.Ordinal));

    /// <summary>The person after every step, on its day.</summary>
    private static IEnumerable<(Folded Folded, DateOnly Day)> Walked((int Kind, int Days, int Choice)[] steps)
    {
        var (facts, decisions, today, position) = (new List<EvidenceFact>(), new List<DecisionFact>(), FirstDay, 0L);
        var folded = Fold.Of(new(AFact.Founding, [], [], new(2099, 1, 1)), AFact.Communities, today);
        foreach (var (kind, days, choice) in steps)
        {
            position++;
            if (kind <= 1)
            {
                var (division, community) = Places[choice % Places.Length];
                facts.Add(AFact.Moved(position, today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), division, community));
            }
            else if (kind == 2 && (folded.Transfer ?? folded.Waiting) is { } asked)
            {
                var effect = choice % 2 == 0 ? DecisionEffect.TransferAccepted : DecisionEffect.TransferRejected;
                decisions.Add(new(effect, position, today, asked.ToUnit));
            }
            else
            {
                today = today.AddDays(days);
            }

            folded = Fold.Of(new(AFact.Founding, [.. facts], [.. decisions], new(2099, 1, 1)), AFact.Communities, today);
            yield return (folded, today);
        }
    }
}
