using Domain.Persons;
using Domain.Places;

namespace SharingApi.Tests.StatusChanges;

/// <summary>Random moves, answers and months over HTTP: everybody is on exactly one unit's list, and no transfer waits unseen (M1 to M4).</summary>
public sealed class OneListOverTimeTests : IAsyncLifetime
{
    private static readonly string[] Days = ["2026-06-01", "2026-06-20", "2026-11-25", "2027-06-10"];

    private readonly Random _random = new(23);
    private AppInTime _time = null!;
    private PlainPersons _plain = null!;
    private int _sent;

    public async Task InitializeAsync()
    {
        _time = await AppInTime.StartAsync(Days[0]);
        _plain = await PlainPersons.OfAsync(_time.App, new(2028, 1, 1));
    }

    public async Task DisposeAsync() => await _time.DisposeAsync();

    [Fact]
    public async Task Everybody_is_on_exactly_one_list_whatever_moves_answers_and_months_come()
    {
        Person[] persons = [.. _plain.All.Take(40)];
        foreach (var day in Days)
        {
            if (day != Days[0])
            {
                await _time.ToAsync(day);
                await RaisedAsync();
            }

            for (var round = 0; round < 2; round++)
            {
                await AnswerAsync();
                await _time.ReportAsync(persons.Where(_ => _random.Next(3) == 0).Select(person => ("public-security", Move(person))).ToList());
                await OnOneListAsync();
            }
        }

        await _time.VerifiesAsync();
    }

    private object Move(Person person)
    {
        var to = _random.Next(8) == 0 ? null : _plain.Communities[_random.Next(_plain.Communities.Count)];
        return new
        {
            messageId = $"m-{_sent++}",
            type = "HUKOU_MOVED",
            occurredOn = _time.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            toDivision = to?.DivisionCode ?? "310101",
            toCommunity = to?.Code,
            subject = new { name = person.Name, idNumber = person.IdNumber.Value },
        };
    }

    /// <summary>About half of the units that are asked say something.</summary>
    private async Task AnswerAsync()
    {
        var docket = new Docket(_time.App);
        foreach (var matter in (await docket.OpenAsync()).SelectMany(ofOne => ofOne).Where(matter => matter.Kind == "TRANSFER" && _random.Next(2) == 0).ToList())
        {
            await docket.DecideAsync(matter, _random.Next(2) == 0 ? "ACCEPT_TRANSFER" : "REJECT_TRANSFER");
        }
    }

    private async Task OnOneListAsync()
    {
        List<string> listed = [];
        foreach (var unit in ManagementUnits.All)
        {
            listed.AddRange(await ListOfAsync(unit.Code));
        }

        var all = (await _time.App.As("federation", "CERT").DataAsync("{ persons(first: 1) { totalCount } }")).GetProperty("persons").GetProperty("totalCount").GetInt32();
        Assert.Equal(all, listed.Count);
        Assert.Equal(all, listed.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<IReadOnlyList<string>> ListOfAsync(string unit)
    {
        List<string> ids = [];
        string? after = null;
        while (true)
        {
            var page = (await _time.App.As("federation", "CERT").DataAsync(
                "query L($unit: String!, $after: String) { persons(first: 200, after: $after, where: {managementUnit: {code: {eq: $unit}}}) { nodes { id } pageInfo { hasNextPage endCursor } } }",
                new { unit, after })).GetProperty("persons");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return ids;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    /// <summary>Ten working days have passed for every transfer that is open now: inside the city it is the city's to decide.</summary>
    private async Task RaisedAsync() => Assert.All(
        (await new Docket(_time.App).OpenAsync()).SelectMany(ofOne => ofOne).Where(matter => matter.Kind == "TRANSFER"),
        matter => Assert.True(matter.IsEscalated && matter.Unit is null, matter.ToString()));
}
