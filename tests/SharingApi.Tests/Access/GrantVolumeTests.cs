using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Volume limits of a grant: one by one or lists, and persons a day, counted as persons and not as requests.</summary>
public sealed class GrantVolumeTests : IAsyncLifetime
{
    private const string ByNumber = "query L($n: IdNumber!) { personByIdNumber(idNumber: $n) { id name } }";

    private SharingApp _app = null!;

    private Asker Client => _app.As("civil-affairs", "SUBSIDY");

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_person_counts_once_a_day_and_hit_and_miss_are_refused_alike_when_the_day_is_used_up()
    {
        var holders = await Holder.LivingAsync(_app, 4);
        await LimitAsync("BULK", 3);

        // Three persons, the first of them asked for again and again.
        foreach (var holder in new[] { holders[0], holders[0], holders[1], holders[0], holders[2] })
        {
            Assert.Equal(holder.Name, (await Client.DataAsync(ByNumber, new { n = holder.IdNumber })).GetProperty("personByIdNumber").GetProperty("name").GetString());
        }

        var hit = await Client.AskAsync(ByNumber, new { n = holders[3].IdNumber });
        var miss = await Client.AskAsync(ByNumber, new { n = Holder.Nobody(1).IdNumber });
        Assert.Equal(["LIMIT_PERSONS"], hit.Codes);
        Assert.False(hit.HasData);
        Assert.Equal(Told(hit), Told(miss));
        Assert.Contains("\"limit\":3", hit.Text, StringComparison.Ordinal);
        Assert.Contains("\"requested\":1", hit.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await ViewerAsync()).GetProperty("personsToday").GetInt32());
    }

    [Fact]
    public async Task A_page_that_could_disclose_more_than_is_left_is_refused_and_a_miss_costs_nothing()
    {
        await LimitAsync("BULK", 10);

        Assert.Empty((await Client.AskAsync("{ persons(first: 5) { nodes { name } } }")).Errors);
        Assert.Empty((await Client.AskAsync(ByNumber, new { n = Holder.Nobody(1).IdNumber })).Errors);
        Assert.Equal(["LIMIT_PERSONS"], (await Client.AskAsync("{ persons(first: 6) { nodes { name } } }")).Codes);
        Assert.Equal(5, (await ViewerAsync()).GetProperty("personsToday").GetInt32());
        Assert.Empty((await Client.AskAsync("{ persons(first: 5) { nodes { name } } }")).Errors);
    }

    [Fact]
    public async Task Twenty_requests_at_once_disclose_no_more_persons_than_the_limit()
    {
        var holders = await Holder.LivingAsync(_app, 20);
        await LimitAsync("BULK", 7);

        var answers = await Task.WhenAll(holders.Select(holder => Client.AskAsync(ByNumber, new { n = holder.IdNumber })));

        Assert.Equal(7, answers.Count(answer => answer.HasData));
        Assert.All(answers.Where(answer => !answer.HasData), answer => Assert.Equal(["LIMIT_PERSONS"], answer.Codes));
    }

    [Fact]
    public async Task The_count_survives_a_restart()
    {
        var holders = await Holder.LivingAsync(_app, 2);
        await LimitAsync("BULK", 1);
        await Client.DataAsync(ByNumber, new { n = holders[0].IdNumber });
        var directory = _app.DataDirectory;
        await _app.StopAsync();
        _app = await SharingApp.StartInAsync(directory);

        Assert.Equal(["LIMIT_PERSONS"], (await Client.AskAsync(ByNumber, new { n = holders[1].IdNumber })).Codes);
    }

    [Fact]
    public async Task One_by_one_lists_nobody()
    {
        var holder = (await Holder.LivingAsync(_app, 1))[0];
        await LimitAsync("ONE_BY_ONE", null);

        Assert.Empty((await Client.AskAsync(ByNumber, new { n = holder.IdNumber })).Errors);
        Assert.Empty((await Client.AskAsync("query N($id: ID!) { node(id: $id) { id } }", new { id = holder.Id })).Errors);
        Assert.Equal(["LIMIT_BULK"], (await Client.AskAsync("{ persons(first: 1) { nodes { id } } }")).Codes);
        Assert.Equal(["LIMIT_BULK"], (await Client.AskAsync("{ serviceNeeds(first: 1) { nodes { id } } }")).Codes);
        Assert.Equal(["LIMIT_BULK"], (await Client.AskAsync("query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { holder.Id } })).Codes);
        Assert.Empty((await Client.AskAsync("{ communities(first: 1) { nodes { code } } }")).Errors);
    }

    [Fact]
    public async Task It_is_shown_simulated_and_refused_where_it_makes_no_sense()
    {
        var input = await ProposalAsync("BULK", 0);
        Assert.Equal(["GRANT_VOLUME"], GrantRig.CodesOf(await new GrantRig(_app).ProposeAsync(input)));

        input["volume"] = new { access = "ONE_BY_ONE", personsPerDay = 5 };
        var diff = (await _app.As("access-admin-1").DataAsync(
            "query S($input: SimulateGrantInput!) { simulateGrant(input: $input) { volumeBefore { access personsPerDay } volumeAfter { access personsPerDay } } }",
            new { input })).GetProperty("simulateGrant");
        Assert.Equal(
            """{"volumeBefore":{"access":"BULK","personsPerDay":null},"volumeAfter":{"access":"ONE_BY_ONE","personsPerDay":5}}""", diff.GetRawText());
    }

    private static (int, string, int) Told(Answer answer) => ((int)answer.Status, string.Join(',', answer.Codes), answer.Text.Length);

    private async Task LimitAsync(string access, int? personsPerDay) =>
        await new GrantRig(_app).GrantAsync(await ProposalAsync(access, personsPerDay));

    private async Task<Dictionary<string, object?>> ProposalAsync(string access, int? personsPerDay)
    {
        var rig = new GrantRig(_app);
        var input = GrantRig.Proposal(
            "civil-affairs",
            "SUBSIDY",
            await rig.GrantOfAsync("civil-affairs", "SUBSIDY"),
            ("person.name", "CLEAR"),
            ("person.idNumber", "CLEAR"),
            ("person.birthDate", "CLEAR"),
            ("person.sex", "CLEAR"));
        input["volume"] = new { access, personsPerDay };
        return input;
    }

    private async Task<JsonElement> ViewerAsync() =>
        (await Client.DataAsync("{ viewer { purposes { purpose personsToday volume { access personsPerDay } } } }"))
            .GetProperty("viewer").GetProperty("purposes").EnumerateArray()
            .Single(purpose => purpose.GetProperty("purpose").GetString() == "SUBSIDY");
}
