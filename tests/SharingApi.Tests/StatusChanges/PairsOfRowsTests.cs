using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Domain.Tests.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using SharingApi.Tests.Stories;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>
/// Every row of the two tables, and every pair of rows in both orders of arrival, over HTTP against a running server: the register
/// is what the naive fold says, receivers can rebuild it from what they are told, and everything can be taken back.
/// </summary>
public sealed class PairsOfRowsTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private SharingApp _app = null!;
    private KnownCommunities _known = null!;
    private List<Case> _cases = [];

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync("Clock:Start=2026-06-01T02:00:00Z", "Register:Persons=2000");
        _cases = await CasesAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Two_rows_give_one_state_in_either_order_and_each_can_be_taken_back()
    {
        await ReportAsync(one => one.First);
        await HoldsAsync(one => [one.First]);
        await ToldAsync();

        await ReportAsync(one => one.Second);
        await HoldsAsync(one => [one.First, one.Second]);
        await RebuiltAsync();

        // Whichever goes first: half of the pairs lose the one that came first, half the one that came last.
        await WithdrawAsync(one => one.Number % 2 == 0 ? one.First : one.Second);
        await HoldsAsync(one => one.Number % 2 == 0 ? [one.Second] : [one.First]);
        await WithdrawAsync(one => one.Number % 2 == 0 ? one.Second : one.First);
        await HoldsAsync(_ => []);
        await RebuiltAsync();
    }

    private async Task<List<Case>> CasesAsync()
    {
        var (alive, communities) = await PlainPersons.OfAsync(_app, Today.AddYears(1));
        _known = new(communities);
        var rows = RowOfTables.All;
        var pairs = from early in rows from late in rows from isTurned in new[] { false, true } select (early, late, isTurned);
        return [.. pairs.Zip(alive, (pair, person) => new { pair, person }).Select((given, i) =>
            Case.Of(i, given.person, HomeOfPerson.Of(given.person, communities), given.pair.early, given.pair.late, given.pair.isTurned))];
    }

    private async Task ReportAsync(Func<Case, Sent> which)
    {
        foreach (var sender in _cases.Select(which).GroupBy(sent => sent.Row.Client, StringComparer.Ordinal))
        {
            await Reporting.ReportAsync(_app, sender.Key, [.. sender.Select(sent => RowOfTables.Sent(sent.Notice))]);
        }

        await AppliedAsync();
    }

    private async Task WithdrawAsync(Func<Case, Sent> which)
    {
        foreach (var sent in _cases.Select(which))
        {
            await Reporting.WithdrawAsync(_app, sent.Row.Client, "w-" + sent.Notice.MessageId, sent.Notice.MessageId);
        }

        await AppliedAsync();
    }

    private Task<int> AppliedAsync() => Eventually.Async(
        async () =>
        {
            await using var db = await Register().CreateDbContextAsync();
            return await db.Inbox.CountAsync();
        },
        waiting => waiting == 0,
        TimeSpan.FromMinutes(1));

    /// <summary>The register says of everybody what the naive fold says.</summary>
    private async Task HoldsAsync(Func<Case, Sent[]> standing)
    {
        var shown = await RegisterView.ShownAsync(_app, _cases.Select(one => IdOf(one.Person)));
        var differences = _cases.Select(one =>
        {
            var (wanted, seen) = (RegisterView.Text(Expected(one, standing(one))), RegisterView.Text(shown[IdOf(one.Person)]));
            return wanted == seen ? null : $"{one}: {wanted} expected, {seen} shown";
        }).OfType<string>().ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {_cases.Count}:\n{string.Join('\n', differences.Take(12))}");
    }

    /// <summary>After the first notice alone, receivers have been told what the table of api.md 4 says for its row.</summary>
    private async Task ToldAsync()
    {
        var receiver = await SimulatedReceiver.ReadAsync(_app);
        Assert.All(_cases, one => Assert.Equal($"{one.First.Row}: {one.First.Row.Told}", $"{one.First.Row}: {receiver.Told(IdOf(one.Person))}"));
    }

    /// <summary>A receiver that knows only what it was told knows the life, the certificate and the division of everybody.</summary>
    private async Task RebuiltAsync()
    {
        var receiver = await SimulatedReceiver.ReadAsync(_app);
        var shown = await RegisterView.ShownAsync(_app, _cases.Select(one => IdOf(one.Person)));
        Assert.All(_cases, one => receiver.Knows(shown[IdOf(one.Person)], one.Person.HukouDivisionCode, one.ToString()));
    }

    private PersonState Expected(Case one, Sent[] standing)
    {
        EvidenceFact[] facts =
        [
            .. standing.Where(sent => sent.Row.Stands).Select(sent => new EvidenceFact
            {
                Id = new(Guid.Empty),
                Position = sent == one.First ? 1 : 2,
                Rank = 0,
                ReceivedAt = Shanghai.MidnightOf(Today),
                Notice = sent.Notice,
            }),
        ];
        return NaiveFold.Of(facts, [], Today, one.Person.State, _known);
    }

    private IDbContextFactory<SharingDbContext> Register() => _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();

    private static string IdOf(Person person) => RegisterView.IdOf(person);

    /// <summary>A notice that was sent.</summary>
    private sealed record Sent(RowOfTables Row, Notice Notice);

    /// <summary>A pair of rows about a person of its own.</summary>
    private sealed record Case(int Number, Person Person, Sent First, Sent Second)
    {
        private static readonly string[] Days = ["2026-05-10", "2026-05-14"];

        public static Case Of(int number, Person person, HomeOfPerson home, RowOfTables early, RowOfTables late, bool isTurned)
        {
            var (first, second) = isTurned ? (late, early) : (early, late);
            var (firstDay, secondDay) = isTurned ? (Days[1], Days[0]) : (Days[0], Days[1]);
            var sent = SentOf($"first-{number}", first, firstDay, person.Name, person, home);

            // Whoever reports after a name was corrected knows the right one.
            var name = sent.Notice.Corrected?.Name ?? person.Name;
            return new(number, person, sent, SentOf($"second-{number}", second, secondDay, name, person, home));
        }

        public override string ToString() => $"{Number} {First.Row} {First.Notice.OccurredOn} then {Second.Row} {Second.Notice.OccurredOn}";

        private static Sent SentOf(string id, RowOfTables row, string day, string name, Person person, HomeOfPerson home) => new(
            row,
            row.Make(
                new Notice
                {
                    MessageId = id,
                    Type = default,
                    OccurredOn = PartialDate.FromStore(day),
                    Subject = new() { Name = name, IdNumber = person.IdNumber },
                },
                home));
    }
}
