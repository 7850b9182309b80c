using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>The history reads as a story: what was reported, by whom, what it changed, what was undone.</summary>
public sealed class HistoryOfAPersonTests : IAsyncLifetime
{
    private const string History = """
        query One($number: IdNumber!, $first: Int, $after: String) {
          personByIdNumber(idNumber: $number) {
            history(first: $first, after: $after) {
              totalCount
              edges { cursor node { id } }
              nodes { id at type occurredOn by changed { field before after } evidence { type isStanding end } reversedBy }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
        }
        """;

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_death_reported_and_withdrawn_reads_as_two_steps_of_which_the_second_takes_the_first_back()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "public-security", holder.Death("police-1"));
        await StepsAsync(holder, 1);
        await Reporting.WithdrawAsync(_app, "public-security", "police-2", "police-1");

        var steps = await StepsAsync(holder, 2);

        Assert.Equal(["REPORTED", "WITHDRAWN"], steps.Select(step => step.GetProperty("type").GetString()));
        Assert.Equal("lifeStatus ALIVE DECEASED", ChangeOf(steps[0], 0));
        Assert.Equal("lifeStatus DECEASED ALIVE", ChangeOf(steps[1], 0));
        Assert.Equal("2026-05-01", steps[0].GetProperty("occurredOn").GetString());
        Assert.Equal(steps[1].GetProperty("id").GetString(), steps[0].GetProperty("reversedBy").GetString());
        Assert.Equal(JsonValueKind.Null, steps[1].GetProperty("reversedBy").ValueKind);
        Assert.All(steps, step => Assert.Equal("HUKOU_CANCELLED", step.GetProperty("evidence").GetProperty("type").GetString()));
        Assert.Equal("WITHDRAWN", steps[0].GetProperty("evidence").GetProperty("end").GetString());
        Assert.NotEmpty(steps[0].GetProperty("by").GetString()!);
    }

    [Fact]
    public async Task It_is_read_by_pages_and_a_cursor_of_another_caller_opens_nothing()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "public-security", holder.Death("police-1"));
        await Reporting.ReportAsync(_app, "public-security", holder.Move("police-2", "530128", null, "2026-04-01"));
        await Reporting.WithdrawAsync(_app, "public-security", "police-3", "police-1");
        var all = await StepsAsync(holder, 3);

        var read = new List<string?>();
        string? after = null;
        bool more;
        do
        {
            var page = await HistoryAsync(holder, 2, after);
            Assert.Equal(3, page.GetProperty("totalCount").GetInt32());
            read.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()));
            var info = page.GetProperty("pageInfo");
            Assert.Equal(after is not null, info.GetProperty("hasPreviousPage").GetBoolean());
            Assert.Equal(info.GetProperty("endCursor").GetString()!.Length, page.GetProperty("edges")[0].GetProperty("cursor").GetString()!.Length);
            (after, more) = (info.GetProperty("endCursor").GetString(), info.GetProperty("hasNextPage").GetBoolean());
        }
        while (more);

        Assert.Equal(all.Select(step => step.GetProperty("id").GetString()), read);
        var foreign = await _app.As("reviewer-1", "CERT").AskAsync(History, new { number = holder.IdNumber, first = 1, after });
        Assert.Equal(["CURSOR_INVALID"], foreign.Codes);
    }

    [Fact]
    public async Task The_holder_reads_the_own_story_and_a_partner_nobodys()
    {
        const string Own = "{ persons(first: 1) { nodes { idNumber name birthDate sex history(first: 5) { nodes { type evidence { type } } } } } }";
        var self = (await _app.As("holder", "SELF").DataAsync(Own)).GetProperty("persons").GetProperty("nodes")[0];
        Assert.Equal(0, self.GetProperty("history").GetProperty("nodes").GetArrayLength());

        var answer = await _app.As("civil-affairs", "SUBSIDY").AskAsync(
            "query One($number: IdNumber!) { personByIdNumber(idNumber: $number) { history(first: 5) { nodes { type } } } }",
            new { number = self.GetProperty("idNumber").GetString() });

        Assert.Equal(["AUTH_NOT_AUTHORIZED"], answer.Codes);
        Assert.Equal("DENIED", answer.Disclosure["personByIdNumber.history"]);
    }

    [Fact]
    public async Task Every_person_of_a_page_has_the_own_first_steps()
    {
        var holders = await Holder.LivingAsync(_app, 3);
        await Reporting.ReportAsync(_app, "public-security", [.. holders.Select((holder, i) => holder.Death($"death-{i}"))]);
        await Reporting.ReportAsync(_app, "public-security", [.. holders.Select((holder, i) => holder.Move($"move-{i}", "530128", null, "2026-04-01"))]);
        await StepsAsync(holders[^1], 2);

        var data = await _app.As("federation", "CERT").DataAsync(
            "query Some($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { id history(first: 1) { totalCount nodes { type } pageInfo { hasNextPage } } } } }",
            new { ids = holders.Select(holder => holder.Id) });

        Assert.All(data.GetProperty("nodes").EnumerateArray(), node =>
        {
            var history = node.GetProperty("history");
            Assert.Equal((2, 1, true), (
                history.GetProperty("totalCount").GetInt32(),
                history.GetProperty("nodes").GetArrayLength(),
                history.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        });
    }

    private static string ChangeOf(JsonElement step, int i)
    {
        var change = step.GetProperty("changed")[i];
        return $"{change.GetProperty("field")} {change.GetProperty("before")} {change.GetProperty("after")}";
    }

    private async Task<JsonElement> HistoryAsync(Holder holder, int first, string? after = null) =>
        (await _app.As("federation", "CERT").DataAsync(History, new { number = holder.IdNumber, first, after }))
            .GetProperty("personByIdNumber").GetProperty("history");

    private async Task<IReadOnlyList<JsonElement>> StepsAsync(Holder holder, int count)
    {
        var history = await Eventually.Async(
            () => HistoryAsync(holder, 50), now => now.GetProperty("totalCount").GetInt32() == count, TimeSpan.FromSeconds(10));
        return [.. history.GetProperty("nodes").EnumerateArray()];
    }
}
