using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Public security moves a registration from one county of Kunming to another (row M1).</summary>
public sealed class MoveOfAHolderTests : IAsyncLifetime
{
    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_registration_moves_at_once_and_a_transfer_opens_between_the_two_units()
    {
        var holder = (await Holder.LivingAsync(_app, 1, ", hukou: {division: {code: {eq: \"530128\"}}}, managementUnit: {code: {eq: \"530128\"}}")).Single();
        var community = await SomeCommunityOfAsync("530102");

        await _app.As("public-security", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { holder.Move("police-1", "530102", community) } });

        var person = await Eventually.Async(
            () => PersonAsync(_app.As("federation", "CERT"), holder, "hukou { division { code } community { code } status since } managementUnit { code } certificate { status }"),
            found => found.GetProperty("hukou").GetProperty("division").GetProperty("code").GetString() == "530102",
            TimeSpan.FromSeconds(20));
        Assert.Equal("MOVED_IN_CITY", person.GetProperty("hukou").GetProperty("status").GetString());
        Assert.Equal("2026-05-01", person.GetProperty("hukou").GetProperty("since").GetString());
        Assert.Equal(community, person.GetProperty("hukou").GetProperty("community").GetProperty("code").GetString());
        Assert.Equal("530128", person.GetProperty("managementUnit").GetProperty("code").GetString());
        Assert.Equal("TRANSFERRING", person.GetProperty("certificate").GetProperty("status").GetString());

        foreach (var unit in new[] { "federation-luquan", "federation-wuhua", "federation" })
        {
            var cases = await _app.As(unit, "CERT").DataAsync("{ cases(first: 10) { nodes { kind state person { id } } } }");
            var matter = cases.GetProperty("cases").GetProperty("nodes").EnumerateArray().Single();
            Assert.Equal("TRANSFER", matter.GetProperty("kind").GetString());
            Assert.Equal(holder.Id, matter.GetProperty("person").GetProperty("id").GetString());
        }

        Assert.Empty((await _app.As("reviewer-1", "CERT").DataAsync("{ cases(first: 10) { nodes { id } } }"))
            .GetProperty("cases").GetProperty("nodes").EnumerateArray());
    }

    [Fact]
    public async Task Both_counties_are_told_and_no_third_one()
    {
        var holder = (await Holder.LivingAsync(_app, 1, ", hukou: {division: {code: {eq: \"530128\"}}}, managementUnit: {code: {eq: \"530128\"}}")).Single();
        var community = await SomeCommunityOfAsync("530102");

        await _app.As("public-security", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { holder.Move("police-1", "530102", community) } });
        await Eventually.Async(
            () => FeedAsync(_app.As("federation", "CERT")),
            feed => feed.Count == 2,
            TimeSpan.FromSeconds(20));

        foreach (var (client, purpose) in new[] { ("county-luquan", "SUBSIDY"), ("county-wuhua", "SUBSIDY"), ("federation-luquan", "CERT"), ("federation-wuhua", "SURVEY"), ("health", "REHAB") })
        {
            var feed = await FeedAsync(_app.As(client, purpose));
            Assert.Equal(["RELOCATED", "TRANSFER_OPENED"], feed.Select(change => change.GetProperty("type").GetString()));
            Assert.All(feed, change => Assert.Equal("530128", change.GetProperty("fromDivision").GetString()));
            Assert.All(feed, change => Assert.Equal("530102", change.GetProperty("toDivision").GetString()));
        }

        var old = await FeedAsync(_app.As("county-luquan", "SUBSIDY"));
        Assert.All(old, change => Assert.Equal(JsonValueKind.Null, change.GetProperty("person").ValueKind));
        var next = await FeedAsync(_app.As("county-wuhua", "SUBSIDY"));
        Assert.All(next, change => Assert.Equal(holder.Id, change.GetProperty("person").GetProperty("id").GetString()));
    }

    private async Task<string> SomeCommunityOfAsync(string unit)
    {
        var data = await _app.As("federation").DataAsync(
            $"{{ communities(first: 1, where: {{managementUnit: {{code: {{eq: \"{unit}\"}}}}}}) {{ nodes {{ code }} }} }}");
        return data.GetProperty("communities").GetProperty("nodes")[0].GetProperty("code").GetString()!;
    }

    private static async Task<JsonElement> PersonAsync(Asker asker, Holder holder, string selection)
    {
        var data = await asker.DataAsync(
            $"query One($number: IdNumber!) {{ personByIdNumber(idNumber: $number) {{ {selection} }} }}",
            new { number = holder.IdNumber });
        return data.GetProperty("personByIdNumber");
    }

    private static async Task<IReadOnlyList<JsonElement>> FeedAsync(Asker receiver)
    {
        var data = await receiver.DataAsync(
            "{ statusChanges(first: 100) { nodes { type fromDivision toDivision person { id } } } }");
        return [.. data.GetProperty("statusChanges").GetProperty("nodes").EnumerateArray()];
    }
}
