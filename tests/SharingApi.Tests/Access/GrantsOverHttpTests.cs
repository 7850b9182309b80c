using System.Net;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Rights as legal objects, over HTTP: asked for, proposed, signed twice, ended, and at once.</summary>
public sealed class GrantsOverHttpTests : IAsyncLifetime
{
    private const string Names = "{ persons(first: 1) { nodes { name phone } } }";

    private SharingApp _app = null!;

    private GrantRig Rig => new(_app);

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_narrower_grant_holds_for_the_next_request_after_the_second_signature()
    {
        var old = await Rig.GrantOfAsync("civil-affairs", "SUBSIDY");
        var civilAffairs = _app.As("civil-affairs", "SUBSIDY");
        Assert.Empty((await civilAffairs.AskAsync(Names)).Errors);

        var proposed = await Rig.ProposeAsync(GrantRig.Proposal("civil-affairs", "SUBSIDY", old, ("person.name", "MASKED")));
        Assert.Equal("DRAFT", proposed.GetProperty("grant").GetProperty("state").GetString());
        Assert.Empty((await civilAffairs.AskAsync(Names)).Errors);
        await GrantRig.SignAsync(Rig.Two, GrantRig.IdOf(proposed), proposed.GetProperty("digest").GetString());

        var answer = await civilAffairs.AskAsync(Names);
        Assert.Equal(["AUTH_NOT_AUTHORIZED"], answer.Codes);
        Assert.Equal("MASKED", answer.Disclosure["persons.nodes.name"]);
        Assert.Contains('*', answer.Data.GetProperty("persons").GetProperty("nodes")[0].GetProperty("name").GetString()!);
        var replaced = (await Rig.One.DataAsync(
            "{ grants(where: {client: {eq: \"civil-affairs\"}, state: {eq: TERMINATED}}) { totalCount nodes { id reason } } }")).GetProperty("grants");
        Assert.Equal(old, replaced.GetProperty("nodes")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("suspendGrant", "SUSPENDED")]
    [InlineData("revokeGrant", "REVOKED")]
    public async Task What_is_taken_away_is_gone_when_the_mutation_returns_and_the_receiver_is_told(string mutation, string state)
    {
        var id = await Rig.GrantOfAsync("health", "REHAB");
        var health = _app.As("health", "REHAB");
        Assert.Empty((await health.AskAsync("{ persons(first: 1) { nodes { name } } }")).Errors);

        var ended = await Rig.EndAsync(mutation, id);

        Assert.Equal(state, ended.GetProperty("grant").GetProperty("state").GetString());
        Assert.Equal(["AUTH_PURPOSE_NOT_GRANTED"], (await health.AskAsync(Names)).Codes);
        var changes = (await health.DataAsync("{ statusChanges(first: 10) { nodes { sequence type person { id } occurredOn } } }"))
            .GetProperty("statusChanges").GetProperty("nodes");
        Assert.Equal("GRANT_CHANGED", changes[changes.GetArrayLength() - 1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task All_faults_of_a_proposal_are_told_at_once_and_nothing_is_stored()
    {
        var input = GrantRig.Proposal(
            "civil-affairs", "SUBSIDY", null, ("person.soul", "CLEAR"), ("person.phone", "CLEAR"), ("person.idNumber", "CLEAR"), ("person.idNumber", "CLEAR"));
        input["to"] = "2025-12-31";
        input["basis"] = " ";
        input["scope"] = new { kind = "HUKOU_DIVISION", code = "999999" };

        var refused = await Rig.ProposeAsync(input);

        Assert.Equal(
            ["GRANT_TEXT", "GRANT_ENDS_BEFORE_START", "GRANT_SCOPE_UNKNOWN", "GRANT_ITEM_UNKNOWN", "GRANT_ITEM_REPEATED", "GRANT_WIDENS", "GRANT_COMPOSITE", "GRANT_COMPOSITE"],
            GrantRig.CodesOf(refused));
        Assert.Equal(0, (await Rig.One.DataAsync("{ grants(where: {state: {eq: DRAFT}}) { totalCount } }")).GetProperty("grants").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Who_signs_a_grant_signs_no_case_and_who_signs_a_case_no_grant()
    {
        var proposed = await Rig.ProposeAsync(GrantRig.Proposal("health", "REHAB", await Rig.GrantOfAsync("health", "REHAB"), ("person.name", "CLEAR")));
        var (id, digest) = (GrantRig.IdOf(proposed), proposed.GetProperty("digest").GetString());

        Assert.Equal(["CASE_UNKNOWN"], GrantRig.CodesOf(await GrantRig.SignAsync(_app.As("reviewer-1", "CERT"), id, digest)));
        Assert.Equal(["GRANT_UNKNOWN"], GrantRig.CodesOf(await GrantRig.SignAsync(Rig.Two, "case_00000000000000000000000000000000", digest)));
        Assert.Equal(["SIGN_OFF_SAME_SIGNER"], GrantRig.CodesOf(await GrantRig.SignAsync(Rig.One, id, digest)));
    }

    [Fact]
    public async Task A_second_grant_at_the_same_time_must_name_the_one_that_it_replaces()
    {
        var refused = await Rig.ProposeAsync(GrantRig.Proposal("health", "REHAB", null, ("person.name", "CLEAR")));

        Assert.Equal(["GRANT_OVERLAPS"], GrantRig.CodesOf(refused));
    }

    [Fact]
    public async Task A_scope_beyond_the_clients_own_is_refused()
    {
        var refused = await Rig.ProposeAsync(GrantRig.Proposal("county-wuhua", "REHAB", null));

        Assert.Equal(["GRANT_PURPOSE_CLOSED", "GRANT_SCOPE_WIDENS"], GrantRig.CodesOf(refused));
    }

    [Fact]
    public async Task A_change_of_the_draft_voids_the_first_signature()
    {
        var old = await Rig.GrantOfAsync("health", "REHAB");
        var first = await Rig.ProposeAsync(GrantRig.Proposal("health", "REHAB", old, ("person.name", "CLEAR")));
        var changed = GrantRig.Proposal("health", "REHAB", old, ("person.name", "CLEAR"), ("person.sex", "CLEAR"));
        changed["grantId"] = GrantRig.IdOf(first);
        var second = await GrantRig.ProposeAsync(Rig.Two, changed);

        Assert.Equal(GrantRig.IdOf(first), GrantRig.IdOf(second));
        Assert.Equal("access-admin-2", Assert.Single(second.GetProperty("grant").GetProperty("signatures").EnumerateArray()).GetProperty("signer").GetString());
        var stale = await GrantRig.SignAsync(Rig.One, GrantRig.IdOf(first), first.GetProperty("digest").GetString());
        Assert.Equal(["SIGN_OFF_DIGEST_DIFFERS"], GrantRig.CodesOf(stale));
        var again = await GrantRig.SignAsync(Rig.Two, GrantRig.IdOf(first), second.GetProperty("digest").GetString());
        Assert.Equal(["SIGN_OFF_SAME_SIGNER"], GrantRig.CodesOf(again));
        var signed = await GrantRig.SignAsync(Rig.One, GrantRig.IdOf(first), second.GetProperty("digest").GetString());
        Assert.Equal("ACTIVE", signed.GetProperty("grant").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_request_names_all_that_is_missing_at_once_and_a_whole_one_is_due_in_working_days()
    {
        const string ask = "mutation A($input: RequestAccessInput!) { requestAccess(input: $input) { accessRequest { id state receivedAt dueOn items { item level } } errors { ... on AccessFault { code field } } } }";
        var health = _app.As("health");

        var incomplete = (await health.DataAsync(ask, new { input = new { purpose = "REHAB", from = "2026-12-01" } })).GetProperty("requestAccess");
        Assert.Equal(
            ["scope", "items", "to", "basis", "scenario", "method"],
            incomplete.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));

        var whole = (await health.DataAsync(ask, new { input = GrantRig.Request })).GetProperty("requestAccess");
        Assert.Equal("OPEN", whole.GetProperty("accessRequest").GetProperty("state").GetString());
        var own = await health.DataAsync("{ accessRequests { totalCount } }");
        var others = await _app.As("court").DataAsync("{ accessRequests { totalCount } }");
        Assert.Equal((1, 0), (own.GetProperty("accessRequests").GetProperty("totalCount").GetInt32(), others.GetProperty("accessRequests").GetProperty("totalCount").GetInt32()));

        var requestId = whole.GetProperty("accessRequest").GetProperty("id").GetString();
        const string decide = "mutation D($input: DecideAccessRequestInput!) { decideAccessRequest(input: $input) { accessRequest { state provideBy reason } errors { ... on AccessFault { code } } } }";
        var bare = (await Rig.One.DataAsync(decide, new { input = new { requestId, decision = "REFUSE" } })).GetProperty("decideAccessRequest");
        Assert.Equal("ACCESS_REQUEST_REASON", bare.GetProperty("errors")[0].GetProperty("code").GetString());
        var refused = (await Rig.One.DataAsync(decide, new { input = new { requestId, decision = "REFUSE", reason = "现有授权已足够" } })).GetProperty("decideAccessRequest");
        Assert.Equal("REFUSED", refused.GetProperty("accessRequest").GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_administrator_of_rights_sees_no_person_and_a_department_no_grant()
    {
        Assert.Equal(["AUTH_PURPOSE_NOT_GRANTED"], (await _app.As("access-admin-1", "CERT").AskAsync(Names)).Codes);
        var answer = await _app.As("civil-affairs").AskAsync("{ grants { totalCount } }");
        Assert.Equal((HttpStatusCode.Forbidden, "AUTH_NOT_AUTHORIZED"), (answer.Status, answer.Codes[0]));
    }

    [Fact]
    public async Task A_simulation_names_exactly_the_cells_that_change_and_an_explanation_says_why()
    {
        var input = GrantRig.Proposal("public-security", "VERIFY", null, ("person.name", "CLEAR"), ("person.lifeStatus", "CLEAR"));

        var data = await Rig.One.DataAsync(
            "query S($input: SimulateGrantInput!) { simulateGrant(input: $input) { widened { item before after } narrowed { item after } } }", new { input });
        var diff = data.GetProperty("simulateGrant");
        Assert.Equal("""[{"item":"person.name","before":"MATCH_ONLY","after":"CLEAR"}]""", diff.GetProperty("widened").GetRawText());
        Assert.DoesNotContain(diff.GetProperty("narrowed").EnumerateArray(), cell => cell.GetProperty("item").GetString() is "person.name" or "person.lifeStatus");
        Assert.Contains(diff.GetProperty("narrowed").EnumerateArray(), cell => cell.GetProperty("item").GetString() == "person.idNumber");

        var explained = (await Rig.One.DataAsync(
            "{ explainAccess(input: {client: \"health\", purpose: REHAB, item: \"person.idNumber\"}) { level grant scope { kind } because } }")).GetProperty("explainAccess");
        Assert.Equal("MASKED", explained.GetProperty("level").GetString());
        Assert.Equal(await Rig.GrantOfAsync("health", "REHAB"), explained.GetProperty("grant").GetString());
        Assert.Equal(3, explained.GetProperty("because").GetArrayLength());
    }

    [Fact]
    public async Task Pages_of_grants_join_without_a_gap()
    {
        var all = new List<string>();
        string? after = null;
        do
        {
            var page = (await Rig.One.DataAsync("query G($after: String) { grants(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("grants");
            all.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((await Rig.One.DataAsync("{ grants { totalCount } }")).GetProperty("grants").GetProperty("totalCount").GetInt32(), all.Count);
    }
}
