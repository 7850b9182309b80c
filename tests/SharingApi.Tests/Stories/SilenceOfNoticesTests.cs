using System.Diagnostics;
using SharingApi.Tests.Access;
using SharingApi.Tests.StatusChanges;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Notices over HTTP, half of them about holders, in no order: neither answer, time, store, log nor trace tells which half.</summary>
/// <remarks><c>SILENCE_NOTICES=4000</c> sends as many; the area of two equal distributions then deviates by 0.010 (one sigma), here by 0.013.</remarks>
public sealed class SilenceOfNoticesTests : IAsyncLifetime
{
    private const int WarmUp = 400;
    private const string Phone = "13887654321";
    private const string OthersAreNamed = "无人氏";
    private const string OthersNumbersBegin = "5301991901";

    private static readonly int Each =
        int.Parse(Environment.GetEnvironmentVariable("SILENCE_NOTICES") ?? "2400", System.Globalization.CultureInfo.InvariantCulture) / 2;

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync($"Register:Persons={(2 * Each) + 400}", "Logging:LogLevel:Default=Trace", "Logging:Console:LogLevel:Default=None");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Receipts_of_holders_and_others_are_alike_in_shape_and_time_and_nothing_is_left_of_the_others()
    {
        using var overheard = Overheard.Of(_app, OthersAreNamed, OthersNumbersBegin, Phone);
        Person[] holders = [.. (await PlainPersons.OfAsync(_app, new(2027, 1, 1))).All.Where(person => person.BirthDate.Earliest.Year < 2020)
            .Take(Each).Select(person => new Person(person.Name, person.IdNumber.Value, "13900000001"))];
        Person[] others = [.. Enumerable.Range(0, Each).Select(i => new Person($"{OthersAreNamed}{i}", NumberOf(i), Phone))];
        Assert.Equal(Each, holders.Length);
        var search = new TraceSearch(_app, [OthersAreNamed, OthersNumbersBegin, Phone]);
        (bool IsHolder, Person Person)[] all = [.. holders.Select(person => (true, person)), .. others.Select(person => (false, person))];
        new Random(17).Shuffle(all);

        var searching = Task.Run(search.WhileItRunsAsync);
        var times = (Holders: new List<long>(Each), Others: new List<long>(Each));
        HashSet<string> shapes = new(StringComparer.Ordinal);
        var health = _app.As("health", "LIFE_SYNC");
        for (var i = 0; i < all.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await health.AskAsync(
                "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { messageId receivedAt state findings { code } } errors { __typename } } }",
                new { notices = new[] { all[i].Person.Dead($"n-{i:D4}") } });
            var taken = Stopwatch.GetTimestamp() - started;
            var receipt = answer.Data.GetProperty("reportNotices").GetProperty("receipts")[0];
            shapes.Add(answer.Text.Replace(receipt.GetProperty("receivedAt").GetString()!, "AT", StringComparison.Ordinal)
                .Replace($"n-{i:D4}", "ID", StringComparison.Ordinal));
            if (i >= WarmUp)
            {
                (all[i].IsHolder ? times.Holders : times.Others).Add(taken);
            }
        }

        Assert.True(shapes.Count == 1, string.Join('\n', shapes));
        Assert.InRange(IndistinguishableTests.AreaUnderTheCurve(times.Holders, times.Others), 0.45, 0.55);
        Assert.Empty(await searching);
        Assert.Empty(await search.WhileItRunsAsync());
        Assert.True(overheard.Said > all.Length, "The server was not overheard.");
        Assert.Empty(overheard.Indiscreet);
    }

    private static string NumberOf(int i) =>
        Domain.Persons.IdNumber.Compose("530199", new DateOnly(1901, 2, 3).AddDays(i / 50), 900 + (i % 50)).Value;

    private sealed record Person(string Name, string IdNumber, string Document)
    {
        public object Dead(string messageId) => new
        {
            messageId,
            type = "DEATH_CERTIFICATE",
            occurredOn = "2026-05-01",
            documentNumber = Document,
            subject = new { name = Name, idNumber = IdNumber },
        };

        public override string ToString() => nameof(Person);
    }
}
