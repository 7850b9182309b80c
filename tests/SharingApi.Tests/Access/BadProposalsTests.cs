namespace SharingApi.Tests.Access;

/// <summary>Proposals with a fault each, over HTTP: refused by its code, and nothing stored.</summary>
public sealed class BadProposalsTests(AccessApp server) : IClassFixture<AccessApp>
{
    private readonly GrantRig _rig = new(server.App);

    public static TheoryData<string, string, object?, string> Faults => new()
    {
        { "client", "nobody", "nobody", "GRANT_CLIENT_UNKNOWN" },
        { "purpose", "a purpose that is closed to it", "SURVEY", "GRANT_PURPOSE_CLOSED" },
        { "scope", "no such division", new { kind = "HUKOU_DIVISION", code = "999999" }, "GRANT_SCOPE_UNKNOWN" },
        { "scope", "what it reported itself", new { kind = "OWN_NOTICES" }, "GRANT_SCOPE_PURPOSE" },
        { "items", "an unknown item", new[] { new { item = "person.soul", level = "CLEAR" } }, "GRANT_ITEM_UNKNOWN" },
        { "items", "an item twice", new[] { new { item = "person.name", level = "CLEAR" }, new { item = "person.name", level = "CLEAR" } }, "GRANT_ITEM_REPEATED" },
        { "items", "more than the catalogue gives", new[] { new { item = "person.phone", level = "AGGREGATE" }, new { item = "person.ethnicity", level = "CLEAR" } }, "GRANT_WIDENS" },
        { "items", "a whole without its part", new[] { new { item = "certificate.status", level = "DENIED" }, new { item = "certificate.statusReason", level = "AGGREGATE" } }, "GRANT_WIDENS GRANT_COMPOSITE" },
        { "to", "an end before the start", "2026-01-01", "GRANT_ENDS_BEFORE_START" },
        { "to", "an end in the past", "2026-01-02", "GRANT_ENDED" },
        { "basis", "no basis", "", "GRANT_TEXT" },
        { "scenario", "no scenario", " ", "GRANT_TEXT" },
        { "volume", "nobody a day", new { access = "BULK", personsPerDay = 0 }, "GRANT_VOLUME" },
        { "replaces", "an overlap", null, "GRANT_OVERLAPS" },
        { "replaces", "a grant that is none", "grant_00000000000000000000000000000000", "GRANT_REPLACES_UNKNOWN GRANT_OVERLAPS" },
        { "requestId", "a request that is none", "request_00000000000000000000000000000000", "GRANT_REQUEST" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_proposal_with_one_fault_is_refused_by_its_code_and_nothing_is_stored(string field, string what, object? value, string codes)
    {
        var input = GrantRig.Proposal("health", "REHAB", await _rig.GrantOfAsync("health", "REHAB"), ("person.name", "CLEAR"));
        input[field] = value;

        var refused = await _rig.ProposeAsync(input);

        var told = GrantRig.CodesOf(refused);
        Assert.True(codes.Split(' ').All(told.Contains), $"{what}: {string.Join(' ', told)}");
        Assert.Equal(0, (await _rig.One.DataAsync("{ grants(where: {state: {eq: DRAFT}}) { totalCount } }")).GetProperty("grants").GetProperty("totalCount").GetInt32());
    }
}
