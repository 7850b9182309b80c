using Domain.Persons;
using SharingApi.Tests.Stories;

namespace SharingApi.Tests.StatusChanges;

/// <summary>Every line of the table in api.md 4: what a receiver is told, in order, of a person to whom nothing else happens within a year.</summary>
public sealed class CausesTests : IAsyncLifetime
{
    private const string M3 = "RELOCATED TRANSFER_OPENED";
    private const string Overdue = M3 + " TRANSFER_OVERDUE CERTIFICATE_FROZEN";

    private static readonly Cause[] Causes =
    [
        new("D4", "DEATH_REPORTED CERTIFICATE_FROZEN DEATH_CONFIRMED CERTIFICATE_CANCELLED", Send("D2", "2026-05-10"), Send("D3", "2026-05-12")),
        new("D2 confirmed by a reviewer", "DEATH_REPORTED CERTIFICATE_FROZEN DEATH_CONFIRMED CERTIFICATE_CANCELLED", Send("D2", "2026-05-10"), Decide("CONFIRM")),
        new("D8", "DEATH_REPORTED CERTIFICATE_FROZEN IDENTITY_CORRECTED", Send("D2", "2026-05-10"), Send("D8", "2026-05-12")),
        new("D9", "DEATH_REPORTED CERTIFICATE_FROZEN", Send("D2", "2026-05-10"), At(1)),
        new("D5, then a real death", "DEATH_DECLARED CERTIFICATE_CANCELLED DEATH_CORRECTED", Send("D5", "2026-05-10"), Send("D1", "2026-05-12")),
        new("D5 revoked", "DEATH_DECLARED CERTIFICATE_CANCELLED DEATH_REVERSED CERTIFICATE_REINSTATED", Send("D5", "2026-05-10"), Send("D5 revoked", "2026-05-12")),
        new("correction of a death", "DEATH_CONFIRMED CERTIFICATE_CANCELLED DEATH_CORRECTED", Send("D1", "2026-05-10"), Correct("D1", "2026-05-11")),
        new("reversal", "DEATH_CONFIRMED CERTIFICATE_CANCELLED DEATH_REVERSED CERTIFICATE_REINSTATED", Send("D1", "2026-05-10"), Withdraw(0)),
        new("reversal of what was only reported", "DEATH_REPORTED CERTIFICATE_FROZEN DEATH_REVERSED CERTIFICATE_UNFROZEN", Send("D3", "2026-05-10"), Withdraw(0)),
        new("reversal by two signers", "DEATH_REPORTED CERTIFICATE_FROZEN DEATH_REVERSED CERTIFICATE_UNFROZEN", Send("D3", "2026-05-10"), Decide("REVERSE_DEATH")),
        new(
            "confirmed falls back to reported",
            "DEATH_REPORTED CERTIFICATE_FROZEN DEATH_CONFIRMED CERTIFICATE_CANCELLED DEATH_REVERSED CERTIFICATE_REINSTATED DEATH_REPORTED CERTIFICATE_FROZEN",
            Send("D2", "2026-05-10"), Send("D1", "2026-05-10"), Withdraw(1)),
        new("M2 accepted", M3 + " TRANSFER_ACCEPTED", Send("M1", "2026-05-10"), Decide("ACCEPT_TRANSFER")),
        new("M2 rejected, then M4", M3 + " TRANSFER_REJECTED TRANSFER_OVERDUE CERTIFICATE_FROZEN CERTIFICATE_CANCELLED", Send("M1", "2026-05-10"), Decide("REJECT_TRANSFER")),
        new("M2 rejected, frozen, accepted after all", M3 + " TRANSFER_REJECTED TRANSFER_OVERDUE CERTIFICATE_FROZEN TRANSFER_ACCEPTED CERTIFICATE_UNFROZEN",
            Send("M1", "2026-05-10"), Decide("REJECT_TRANSFER"), At(1), Decide("ACCEPT_TRANSFER")),
        new("M3 confirmed outside", M3 + " TRANSFER_ACCEPTED", Send("M3", "2026-05-10"), Decide("ACCEPT_TRANSFER")),
        new("M4 after six months", Overdue + " TRANSFER_ACCEPTED CERTIFICATE_UNFROZEN", Send("M3", "2026-05-10"), At(1), Decide("ACCEPT_TRANSFER")),
        new("M4 after a year", Overdue + " CERTIFICATE_CANCELLED", Send("M3", "2026-05-10"), At(2)),
        new("M4 after a year, accepted after all", Overdue + " CERTIFICATE_CANCELLED TRANSFER_ACCEPTED CERTIFICATE_REINSTATED",
            Send("M3", "2026-05-10"), At(2), Decide("ACCEPT_TRANSFER")),
        new("M5, a former holder returns", M3 + " TRANSFER_ACCEPTED", Send("M3", "2026-05-10"), Decide("ACCEPT_TRANSFER"), Send("M1", "2026-05-12")),
        new("M5 accepted", M3 + " TRANSFER_ACCEPTED RELOCATED TRANSFER_ACCEPTED",
            Send("M3", "2026-05-10"), Decide("ACCEPT_TRANSFER"), Send("M1", "2026-05-12"), Decide("ACCEPT_TRANSFER")),
        new("identity correction taken back", "IDENTITY_CORRECTED IDENTITY_CORRECTED", Send("D8", "2026-05-10"), Withdraw(0)),
    ];

    private static readonly string[] Days = ["2026-06-01", "2026-11-15", "2027-05-15"];

    private AppInTime _time = null!;
    private List<Told> _told = [];

    public async Task InitializeAsync()
    {
        _time = await AppInTime.StartAsync(Days[0]);
        var plain = await PlainPersons.OfAsync(_time.App, new(2028, 1, 1));
        _told = [.. Causes.Zip(plain.All, (cause, person) => new Told(cause, person, HomeOfPerson.Of(person, plain.Communities)))];
        Assert.Equal(Causes.Length, _told.Count);
    }

    public async Task DisposeAsync() => await _time.DisposeAsync();

    [Fact]
    public async Task Receivers_are_told_what_the_table_says_and_in_its_order()
    {
        for (var day = 0; day < Days.Length; day++)
        {
            if (day > 0)
            {
                await _time.ToAsync(Days[day]);
            }

            for (var step = 0; step < Causes.Max(cause => cause.Steps.Length); step++)
            {
                await TakeAsync([.. _told.Where(one => one.IsDue(step, day))], step);
            }
        }

        var receiver = await SimulatedReceiver.ReadAsync(_time.App);
        Assert.All(_told, one => Assert.Equal(
            $"{one.Cause.Id}: {one.Cause.Changes}", $"{one.Cause.Id}: {receiver.Told(RegisterView.IdOf(one.Person))}"));
        await _time.VerifiesAsync();
    }

    private async Task TakeAsync(IReadOnlyList<Told> which, int step)
    {
        var notices = which.Where(one => one.Cause.Steps[step].Row is not null).ToList();
        await _time.ReportAsync(notices.Select(one => (one.RowAt(step).Client, one.NoticeAt(step))).ToList());
        foreach (var one in which)
        {
            var taken = one.Cause.Steps[step];
            if (taken.Withdraws is { } withdrawn)
            {
                await Reporting.WithdrawAsync(_time.App, one.RowAt(withdrawn).Client, $"{one.Id}-w", $"{one.Id}-{withdrawn}");
                await _time.AppliedAsync();
            }
            else if (taken.Decision is { } decision)
            {
                var docket = new Docket(_time.App);
                var asked = (await docket.OpenAsync())[RegisterView.IdOf(one.Person)]
                    .First(matter => matter.Kind == "TRANSFER" || matter.Reason is "DEATH_REPORTED" or "TRANSFER_REJECTED");
                await docket.DecideAsync(asked, decision);
            }
        }
    }

    private static Step Send(string row, string day) => new(row, day);

    private static Step Correct(string row, string day) => new(row, day) { Corrects = 0 };

    private static Step Withdraw(int step) => new() { Withdraws = step };

    private static Step Decide(string decision) => new() { Decision = decision };

    /// <summary>What follows happens on a later day.</summary>
    private static Step At(int day) => new() { Day = day };

    private sealed record Step(string? Row = null, string? On = null)
    {
        public int? Corrects { get; init; }

        public int? Withdraws { get; init; }

        public string? Decision { get; init; }

        public int Day { get; init; }
    }

    private sealed record Cause(string Id, string Changes, params Step[] Steps);

    private sealed record Told(Cause Cause, Person Person, HomeOfPerson Home)
    {
        public string Id => Person.Id.Value.ToString("N");

        public RowOfTables RowAt(int step) => RowOfTables.All.Single(row => row.Id == Cause.Steps[step].Row);

        /// <summary>Whether the cause has such a step, and takes it on that day.</summary>
        public bool IsDue(int step, int day) => step < Cause.Steps.Length && Cause.Steps.Take(step + 1).Max(taken => taken.Day) == day;

        public object NoticeAt(int step) => RowOfTables.Sent(RowAt(step).Make(
            new()
            {
                MessageId = $"{Id}-{step}",
                Type = default,
                OccurredOn = PartialDate.FromStore(Cause.Steps[step].On!),
                Subject = new() { Name = Person.Name, IdNumber = Person.IdNumber },
                Corrects = Cause.Steps[step].Corrects is { } corrected ? $"{Id}-{corrected}" : null,
            },
            Home));

        public override string ToString() => Cause.Id;
    }
}
