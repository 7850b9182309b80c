using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Row scope "own notices": with a reconciliation grant a department sees again whom it reported itself, and nobody else.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private static readonly TimeSpan Applied = TimeSpan.FromSeconds(20);

    private SharingApp _app = null!;

    private GrantRig Rig => new(_app);

    private Asker Police => _app.As("public-security", "LIFE_SYNC");

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_department_sees_whom_it_reported_by_every_road_and_nobody_else()
    {
        var holders = await Holder.LivingAsync(_app, 4);
        await Police.DataAsync(Report, new { notices = new[] { holders[0].Death("m-1"), holders[1].Death("m-2") } });
        await _app.As("health", "LIFE_SYNC").DataAsync(Report, new { notices = new[] { Certificate(holders[2], "m-3") } });
        await Rig.GrantAsync(GrantRig.Reconciliation("public-security", ("person.name", "CLEAR"), ("person.idNumber", "CLEAR"), ("person.lifeStatus", "CLEAR"),
            ("person.birthDate", "CLEAR"), ("person.sex", "CLEAR")));

        var seen = await Eventually.Async(SeenAsync, persons => persons.Count == 2, Applied);
        Assert.Equal(
            holders.Take(2).Select(holder => holder.Id).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        Assert.Equal(2, (await Police.DataAsync("{ persons { totalCount } }")).GetProperty("persons").GetProperty("totalCount").GetInt32());
        var found = await Task.WhenAll(holders.Select(FoundByNumberAsync));
        Assert.Equal([true, true, false, false], found);
        var nodes = (await Police.DataAsync("query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = holders.Select(holder => holder.Id) }))
            .GetProperty("nodes").EnumerateArray().Select(node => node.ValueKind == JsonValueKind.Object);
        Assert.Equal([true, true, false, false], nodes);
        var matched = await Task.WhenAll(holders.Select(CheckedAsync));
        Assert.Equal(["MATCH", "MATCH", "NO_MATCH", "NO_MATCH"], matched);
        Assert.Empty((await Police.DataAsync("{ serviceNeeds { nodes { person { id } } } }")).GetProperty("serviceNeeds").GetProperty("nodes").EnumerateArray());
        Assert.Equal(["AUTH_NOT_AUTHORIZED"], (await Police.AskAsync("{ statusChanges { nodes { id } } }")).Codes);
    }

    [Fact]
    public async Task Whom_it_withdrew_it_sees_no_more()
    {
        var holder = (await Holder.LivingAsync(_app, 1))[0];
        await Police.DataAsync(Report, new { notices = new[] { holder.Death("m-1") } });
        await Rig.GrantAsync(GrantRig.Reconciliation("public-security", ("person.lifeStatus", "CLEAR")));
        await Eventually.Async(SeenAsync, persons => persons.Count == 1, Applied);

        await Police.DataAsync("mutation { withdrawNotice(input: {messageId: \"m-2\", withdraws: \"m-1\", reason: \"误报\"}) { receipt { state } } }");

        await Eventually.Async(SeenAsync, persons => persons.Count == 0, Applied);
    }

    [Theory]
    [InlineData("public-security", "CITY", "GRANT_SCOPE_PURPOSE")]
    [InlineData("public-security", "NOTHING", "GRANT_SCOPE_PURPOSE")]
    [InlineData("health", "OWN_NOTICES", "GRANT_PURPOSE_CLOSED,GRANT_WIDENS")]
    [InlineData("civil-affairs", "OWN_NOTICES", "GRANT_PURPOSE_CLOSED,GRANT_WIDENS")]
    [InlineData("court", "OWN_NOTICES", "GRANT_PURPOSE_CLOSED,GRANT_WIDENS")]
    public async Task It_is_granted_for_own_notices_only_and_to_health_not_at_all(string client, string scope, string codes)
    {
        var input = GrantRig.Reconciliation(client, ("person.lifeStatus", "CLEAR"));
        input["scope"] = new { kind = scope };

        Assert.Equal(codes.Split(','), GrantRig.CodesOf(await Rig.ProposeAsync(input)));
    }

    [Fact]
    public async Task No_other_purpose_reaches_own_notices()
    {
        var input = GrantRig.Proposal("civil-affairs", "SUBSIDY", await Rig.GrantOfAsync("civil-affairs", "SUBSIDY"), ("person.name", "CLEAR"));
        input["scope"] = new { kind = "OWN_NOTICES" };

        Assert.Equal(["GRANT_SCOPE_PURPOSE"], GrantRig.CodesOf(await Rig.ProposeAsync(input)));
    }

    private static object Certificate(Holder holder, string messageId) => new
    {
        messageId,
        type = "DEATH_CERTIFICATE",
        occurredOn = "2026-05-01",
        subject = new { name = holder.Name, idNumber = holder.IdNumber, birthDate = holder.BirthDate, sex = holder.Sex },
    };

    private async Task<List<string>> SeenAsync() =>
    [
        .. (await Police.DataAsync("{ persons { nodes { id } } }")).GetProperty("persons").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("id").GetString()!),
    ];

    private async Task<bool> FoundByNumberAsync(Holder holder) =>
        (await Police.DataAsync("query L($n: IdNumber!) { personByIdNumber(idNumber: $n) { id } }", new { n = holder.IdNumber }))
            .GetProperty("personByIdNumber").ValueKind == JsonValueKind.Object;

    private async Task<string> CheckedAsync(Holder holder) =>
        (await Police.DataAsync(
            "query C($input: CheckPersonInput!) { checkPerson(input: $input) { result } }",
            new { input = new { idNumber = holder.IdNumber, name = holder.Name } })).GetProperty("checkPerson").GetProperty("result").GetString()!;
}
