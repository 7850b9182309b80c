using Testing;

namespace SharingApi.Tests.Access;

/// <summary>What is said to whoever asks for rights, or administers them, in a way that cannot be.</summary>
public sealed class RefusalsOfRightsTests(RefusalsOfRightsTests.Server server) : IClassFixture<RefusalsOfRightsTests.Server>
{
    private const string Ask =
        "mutation A($input: RequestAccessInput!) { requestAccess(input: $input) { accessRequest { id } errors { ... on AccessFault { code field message } } } }";

    private const string Decide =
        "mutation D($input: DecideAccessRequestInput!) { decideAccessRequest(input: $input) { accessRequest { state } errors { ... on AccessFault { code message } } } }";

    private const string Nowhere = "00000000000000000000000000000000";

    private GrantRig Rig => new(server.App);

    [Fact]
    public async Task A_request_is_extended_once_and_decided_once()
    {
        var requestId = await AskAsync();

        Assert.Empty(await DecideAsync(requestId, "EXTEND", "须征求意见"));
        Assert.Equal(["ACCESS_REQUEST_EXTENDED"], await DecideAsync(requestId, "EXTEND", "仍须征求意见"));
        Assert.Empty(await DecideAsync(requestId, "REFUSE", "现有授权已足够"));
        Assert.Equal(["ACCESS_REQUEST_DECIDED"], await DecideAsync(requestId, "CONSENT", null));
    }

    [Fact]
    public async Task A_request_that_nobody_made_is_not_decided()
    {
        var known = await AskAsync();

        Assert.Equal(["ACCESS_REQUEST_UNKNOWN"], await DecideAsync(Elsewhere(known), "CONSENT", null));
    }

    [Fact]
    public async Task A_request_that_lacks_something_is_incomplete()
    {
        var payload = (await server.App.As("health").DataAsync(Ask, new { input = new { purpose = "REHAB" } })).GetProperty("requestAccess");

        Assert.All(GrantRig.CodesOf(payload), code => Assert.Equal("ACCESS_REQUEST_INCOMPLETE", code));
    }

    [Fact]
    public async Task A_proposal_names_a_client_a_time_a_grant_and_a_request_that_there_are()
    {
        var stranger = GrantRig.Proposal("nobody", "REHAB", null, ("person.name", "CLEAR"));
        var old = await Rig.GrantOfAsync("health", "REHAB");
        var past = GrantRig.Proposal("health", "REHAB", old, ("person.name", "CLEAR"));
        (past["from"], past["to"]) = ("2025-01-01", "2025-06-30");
        var replacing = GrantRig.Proposal("health", "REHAB", Elsewhere(old), ("person.name", "CLEAR"));
        var requested = GrantRig.Proposal("health", "REHAB", old, ("person.name", "CLEAR"));
        requested["requestId"] = await AskAsync();

        Assert.Equal(["GRANT_CLIENT_UNKNOWN"], GrantRig.CodesOf(await Rig.ProposeAsync(stranger)));
        Assert.Equal(["GRANT_ENDED"], GrantRig.CodesOf(await Rig.ProposeAsync(past)));
        Assert.Contains("GRANT_REPLACES_UNKNOWN", GrantRig.CodesOf(await Rig.ProposeAsync(replacing)));
        Assert.Equal(["GRANT_REQUEST"], GrantRig.CodesOf(await Rig.ProposeAsync(requested)));
    }

    [Fact]
    public async Task Only_a_draft_that_there_is_is_signed()
    {
        var active = await Rig.GrantOfAsync("federation-wuhua", "SURVEY");

        Assert.Equal(["GRANT_NOT_DRAFT"], GrantRig.CodesOf(await GrantRig.SignAsync(Rig.Two, active, "digest")));
        Assert.Equal(["GRANT_UNKNOWN"], GrantRig.CodesOf(await GrantRig.SignAsync(Rig.Two, Elsewhere(active), "digest")));
    }

    [Fact]
    public async Task A_grant_ends_once()
    {
        var active = await Rig.GrantOfAsync("federation-luquan", "SURVEY");
        await Rig.EndAsync("revokeGrant", active);

        Assert.Equal(["GRANT_NOT_IN_FORCE"], GrantRig.CodesOf(await Rig.EndAsync("suspendGrant", active)));
        Assert.Equal(["GRANT_UNKNOWN"], GrantRig.CodesOf(await Rig.EndAsync("revokeGrant", Elsewhere(active))));
    }

    /// <summary>An id of the same kind that names nothing.</summary>
    private static string Elsewhere(string id) => id[..(id.IndexOf('_', StringComparison.Ordinal) + 1)] + Nowhere;

    private async Task<string> AskAsync()
    {
        var payload = await server.App.As("health").DataAsync(Ask, new { input = GrantRig.Request });
        return payload.GetProperty("requestAccess").GetProperty("accessRequest").GetProperty("id").GetString()!;
    }

    private async Task<IReadOnlyList<string>> DecideAsync(string requestId, string decision, string? reason)
    {
        var data = await Rig.One.DataAsync(Decide, new { input = new { requestId, decision, reason } });
        return GrantRig.CodesOf(data.GetProperty("decideAccessRequest"));
    }

    /// <summary>One server for all of these.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        // The calendar of the year is known: deadlines are counted from this day.
        public async Task InitializeAsync() => App = await SharingApp.StartAsync("Clock:Start=2026-11-24T02:00:00Z");

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
