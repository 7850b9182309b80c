using Microsoft.Extensions.DependencyInjection;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>A break-glass grant, and what the record of grants tells of the past.</summary>
public sealed class BreakGlassTests : IAsyncLifetime
{
    private const string Explain =
        "query E($input: ExplainAccessInput!) { explainAccess(input: $input) { level grant since until because } }";

    private SharingApp _app = null!;

    private GrantRig Rig => new(_app);

    private Asker Police => _app.As("public-security", "VERIFY");

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_goes_beyond_the_catalogue_while_it_holds_and_then_the_ordinary_grant_decides_again()
    {
        var holder = (await Holder.LivingAsync(_app, 1))[0];
        var ordinary = await Rig.GrantOfAsync("public-security", "VERIFY");
        Assert.Equal("MATCH_ONLY", (await LevelAsync(null)).Level);

        var id = await Rig.GrantAsync(Emergency());

        var answer = await Police.DataAsync("query N($id: ID!) { node(id: $id) { ... on Person { name } } }", new { id = holder.Id });
        Assert.Equal(holder.Name, answer.GetProperty("node").GetProperty("name").GetString());
        Assert.Equal(("CLEAR", id), await LevelAsync(null));
        var shown = (await Rig.One.DataAsync("{ grants(where: {client: {eq: \"public-security\"}}) { nodes { id state breakGlass { reason hours } changes { state by } } } }"))
            .GetProperty("grants").GetProperty("nodes").EnumerateArray().Single(grant => grant.GetProperty("id").GetString() == id);
        Assert.Equal("""{"reason":"洪水围困，须转移卧床人员","hours":2}""", shown.GetProperty("breakGlass").GetRawText());
        Assert.Equal("""[{"state":"ACTIVE","by":"access-admin-2"}]""", shown.GetProperty("changes").GetRawText());

        var before = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Rig.EndAsync("revokeGrant", id);
        Assert.Equal(("MATCH_ONLY", ordinary), await LevelAsync(null));
        Assert.Equal(("CLEAR", id), await LevelAsync(before));
    }

    [Fact]
    public async Task All_that_it_may_not_be_is_told_at_once()
    {
        var input = Emergency();
        input["client"] = "analyst";
        input["purpose"] = "STATS";
        input["scope"] = new { kind = "OWN_NOTICES" };
        input["items"] = new[] { new { item = "survey.notes", level = "CLEAR" } };
        input["volume"] = null;
        input["breakGlass"] = new { reason = " ", hours = 9 };

        Assert.Equal(
            ["GRANT_TEXT", "GRANT_BREAK_GLASS", "GRANT_BREAK_GLASS", "GRANT_BREAK_GLASS", "GRANT_BREAK_GLASS", "GRANT_SCOPE_UNKNOWN", "GRANT_NOT_SHARED"],
            GrantRig.CodesOf(await Rig.ProposeAsync(input)));
    }

    [Fact]
    public async Task Two_do_not_hold_at_once()
    {
        await Rig.GrantAsync(Emergency());

        Assert.Equal(["GRANT_OVERLAPS"], GrantRig.CodesOf(await Rig.ProposeAsync(Emergency())));
    }

    [Fact]
    public async Task A_right_that_was_revoked_is_explained_as_it_was()
    {
        var id = await Rig.GrantOfAsync("public-security", "VERIFY");
        var before = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Rig.EndAsync("revokeGrant", id);

        Assert.Equal(("DENIED", null), await LevelAsync(null));
        Assert.Equal(("MATCH_ONLY", id), await LevelAsync(before));
    }

    private static Dictionary<string, object?> Emergency()
    {
        var input = GrantRig.Proposal("public-security", "VERIFY", null, ("person.name", "CLEAR"), ("person.residence", "CLEAR"));
        input["breakGlass"] = new { reason = "洪水围困，须转移卧床人员", hours = 2 };
        input["volume"] = new { access = "ONE_BY_ONE", personsPerDay = 50 };
        return input;
    }

    private async Task<(string? Level, string? Grant)> LevelAsync(DateTimeOffset? at)
    {
        var explained = (await Rig.One.DataAsync(Explain, new { input = new { client = "public-security", purpose = "VERIFY", item = "person.name", at } }))
            .GetProperty("explainAccess");
        return (explained.GetProperty("level").GetString(), explained.GetProperty("grant").GetString());
    }
}
