using System.Globalization;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Domain.Tests.StatusChanges;
using SharingApi.Tests.Stories;

namespace SharingApi.Tests.StatusChanges;

/// <summary>
/// The rows whose evidence is a decision or the passing of time, each with every row of the tables, in both orders of arrival, over
/// HTTP, for a year: on each day the register is what the naive fold says, and receivers know it.
/// </summary>
public sealed class PairsOverTimeTests : IAsyncLifetime
{
    private AppInTime _time = null!;
    private KnownCommunities _known = null!;
    private List<Pair> _pairs = [];

    public async Task InitializeAsync()
    {
        _time = await AppInTime.StartAsync("2026-06-01", "Register:Persons=1800");
        var plain = await PlainPersons.OfAsync(_time.App, new(2028, 1, 1));
        _known = new(plain.Communities);
        var rows = from waiting in AnsweredRow.Waiting from other in AnsweredRow.All from isTurned in new[] { false, true } select (waiting, other, isTurned);
        _pairs = [.. rows.Zip(plain.All, (row, person) => (row, person)).Select((given, i) =>
            new Pair(i, given.person, HomeOfPerson.Of(given.person, plain.Communities), given.row.waiting, given.row.other, given.row.isTurned))];
        Assert.Equal(AnsweredRow.Waiting.Count * AnsweredRow.All.Count * 2, _pairs.Count);
    }

    public async Task DisposeAsync() => await _time.DisposeAsync();

    [Fact]
    public async Task Decisions_and_days_give_one_state_in_either_order_and_all_evidence_can_be_taken_back()
    {
        await TakeAsync(_pairs, isFirst: true);
        await TakeAsync(_pairs.Where(pair => pair.Number % 4 < 2), isFirst: false);

        await _time.ToAsync("2026-07-02");
        await HoldsAsync();
        await RaisedAsync();
        foreach (var (day, reminder) in new[]
        {
            ("2026-10-15", MatterReasons.TransferOverdueSoon), ("2026-11-15", MatterReasons.TransferOverdueSoon),
            ("2027-04-15", MatterReasons.TransferCancelsSoon), ("2027-05-15", MatterReasons.TransferCancelsSoon),
        })
        {
            await _time.ToAsync(day);
            await HoldsAsync();
            await RemindedAsync(reminder);
            if (day == "2026-11-15")
            {
                // The others hear of the second row only after the certificate was frozen, whatever day it happened on.
                await TakeAsync(_pairs.Where(pair => pair.Number % 4 >= 2), isFirst: false);
                await RebuiltAsync();
            }
        }

        await RebuiltAsync();
        await WithdrawAllAsync();
        await HoldsAsync();
        await RebuiltAsync();
        await _time.VerifiesAsync();
    }

    /// <summary>Sends what the rows begin with, decides what they decide as soon as somebody is asked, and sends what comes then.</summary>
    private async Task TakeAsync(IEnumerable<Pair> which, bool isFirst)
    {
        Pair[] pairs = [.. which];
        AnsweredRow RowOf(Pair pair) => isFirst ? pair.First : pair.Second;
        await SendAsync(pairs.Select(pair => (pair, RowOf(pair).Notice, isFirst, 0)));
        await HoldsAsync();

        var open = await new Docket(_time.App).OpenAsync();
        foreach (var pair in pairs.Where(pair => RowOf(pair).Decision is not null))
        {
            var asked = open[RegisterView.IdOf(pair.Person)].FirstOrDefault(RowOf(pair).IsAskedBy);
            var expected = Expected(pair);
            Assert.True(asked is not null || !RowOf(pair).MustBeAskedBy(expected), $"{pair}: nobody is asked for {RowOf(pair)}");
            if (asked is not null)
            {
                await new Docket(_time.App).DecideAsync(asked, RowOf(pair).Decision!);
                pair.Decides(new(RowOf(pair).Effect, pair.NextPosition(), _time.Today, expected.TransferUnitCode));
            }
        }

        await HoldsAsync();
        await SendAsync(pairs.Where(pair => RowOf(pair).Then is not null).Select(pair => (pair, RowOf(pair).Then!, isFirst, 1)));
        await HoldsAsync();
    }

    private Task SendAsync(IEnumerable<(Pair Pair, RowOfTables Row, bool IsFirst, int Later)> sent) => _time.ReportAsync(sent.Select(one =>
        (one.Row.Client, RowOfTables.Sent(one.Pair.Sends(one.Row, one.IsFirst, one.Later)))).ToList());

    /// <summary>The register says of everybody what the naive fold says of this day.</summary>
    private async Task HoldsAsync()
    {
        var shown = await RegisterView.ShownAsync(_time.App, _pairs.Select(pair => RegisterView.IdOf(pair.Person)));
        var differences = _pairs.Select(pair =>
        {
            var (wanted, seen) = (RegisterView.Text(Expected(pair)), RegisterView.Text(shown[RegisterView.IdOf(pair.Person)]));
            return wanted == seen ? null : $"{pair}: {wanted} expected, {seen} shown";
        }).OfType<string>().ToList();
        Assert.True(differences.Count == 0, $"{_time.Today}: {differences.Count} of {_pairs.Count}:\n{string.Join('\n', differences.Take(12))}");
    }

    private async Task RebuiltAsync()
    {
        var receiver = await SimulatedReceiver.ReadAsync(_time.App);
        var shown = await RegisterView.ShownAsync(_time.App, _pairs.Select(pair => RegisterView.IdOf(pair.Person)));
        Assert.All(_pairs, pair => receiver.Knows(shown[RegisterView.IdOf(pair.Person)], pair.Person.HukouDivisionCode, pair.ToString()));
    }

    /// <summary>D9: after thirty days the city has every report that nobody resolved, and nobody is dead by it.</summary>
    private async Task RaisedAsync()
    {
        var open = await new Docket(_time.App).OpenAsync();
        Pair[] reported = [.. _pairs.Where(pair => Expected(pair).LifeStatus == LifeStatus.DeathReported)];
        Assert.NotEmpty(reported);
        Assert.All(reported, pair => Assert.Contains(open[RegisterView.IdOf(pair.Person)], matter =>
            matter.Reason != MatterReasons.DeathReported ? matter.Kind == "CONFLICT" : matter.IsEscalated));
    }

    /// <summary>M4: both counties are warned a month before the certificate is frozen, and a month before it is cancelled.</summary>
    private async Task RemindedAsync(string reminder)
    {
        var open = await new Docket(_time.App).OpenAsync();
        Pair[] late = [.. _pairs.Where(pair => Expected(pair, _time.Today.AddMonths(1)).CertificateStatusReason is
            CertificateStatusReason.TransferOverdue6M or CertificateStatusReason.TransferOverdue1Y)];
        Assert.NotEmpty(late);
        Assert.All(late, pair => Assert.Contains(open[RegisterView.IdOf(pair.Person)], matter => matter.Reason == reminder));
    }

    private async Task WithdrawAllAsync()
    {
        foreach (var (pair, sent) in _pairs.SelectMany(pair => pair.All.Select(sent => (pair, sent))).Reverse())
        {
            await Reporting.WithdrawAsync(_time.App, sent.Row.Client, "w-" + sent.Fact.Notice.MessageId, sent.Fact.Notice.MessageId);
            pair.Standing.Remove(sent.Fact);
        }

        await _time.AppliedAsync();
    }

    private PersonState Expected(Pair pair) => Expected(pair, _time.Today);

    private PersonState Expected(Pair pair, DateOnly on) => NaiveFold.Of(pair.Standing, pair.Decisions, on, pair.Person.State, _known);

    /// <summary>Two rows about a person of its own: what was sent so far, what stands of it, and what was decided.</summary>
    private sealed class Pair(int number, Person person, HomeOfPerson home, AnsweredRow waiting, AnsweredRow other, bool isTurned)
    {
        private static readonly DateOnly Earlier = new(2026, 5, 10);
        private static readonly DateOnly Later = new(2026, 5, 13);

        private string _name = person.Name;
        private long _position;

        public int Number => number;

        public Person Person => person;

        public AnsweredRow First => isTurned ? other : waiting;

        public AnsweredRow Second => isTurned ? waiting : other;

        public List<(RowOfTables Row, EvidenceFact Fact)> All { get; } = [];

        public List<EvidenceFact> Standing { get; } = [];

        public List<DecisionFact> Decisions { get; } = [];

        public long NextPosition() => ++_position;

        public void Decides(DecisionFact decision) => Decisions.Add(decision);

        /// <summary>The next notice about the person; the waiting row is the earlier one in valid time, whenever it arrives.</summary>
        public Notice Sends(RowOfTables row, bool isFirst, int daysLater)
        {
            var day = (isFirst != isTurned ? Earlier : Later).AddDays(daysLater);
            var notice = row.Make(
                new Notice
                {
                    MessageId = $"{number}-{All.Count}",
                    Type = default,
                    OccurredOn = PartialDate.Of(day),
                    Subject = new() { Name = _name, IdNumber = person.IdNumber },
                },
                home);
            _name = notice.Corrected?.Name ?? _name;
            var fact = new EvidenceFact
            {
                Id = new(Guid.Empty),
                Position = NextPosition(),
                Rank = 0,
                ReceivedAt = Shanghai.MidnightOf(new(2026, 6, 1)).AddMinutes(All.Count),
                Notice = notice,
            };
            All.Add((row, fact));
            if (row.Stands)
            {
                Standing.Add(fact);
            }

            return notice;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{number} {First} then {Second} ({string.Join(", ", All.Select(sent => $"{sent.Row} {sent.Fact.Notice.OccurredOn}"))})");
    }
}
