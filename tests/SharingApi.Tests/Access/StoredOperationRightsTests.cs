using System.Security.Cryptography;
using System.Text;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>A hash names a text and carries no right: rights, purposes and limits are those of the request that sends it.</summary>
public sealed class StoredOperationRightsTests : IAsyncLifetime
{
    private const string Own = "query Own { persons(first: 1) { nodes { name } } }";

    private static readonly string Page = IdOfFile("persons-page.graphql");

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_stored_operation_ends_with_the_right_that_it_ran_under()
    {
        var health = _app.As("health", "REHAB");
        var rig = new GrantRig(_app);
        var before = await health.PostAsync(new { id = Page, variables = new { first = 1 } });
        Assert.Single(before.Data.GetProperty("persons").GetProperty("nodes").EnumerateArray());

        await rig.EndAsync("revokeGrant", await rig.GrantOfAsync("health", "REHAB"));

        Assert.Equal(["AUTH_PURPOSE_NOT_GRANTED"], (await health.PostAsync(new { id = Page, variables = new { first = 1 } })).Codes);
    }

    [Fact]
    public async Task Purposes_levels_and_limits_hold_as_for_the_text()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "operations", "persons-page.graphql"));
        var variables = new { first = 3, order = new[] { new { idNumber = "ASC" } } };

        Assert.Equal(["AUTH_PURPOSE_REQUIRED"], (await _app.As("health").PostAsync(new { id = Page })).Codes);
        Assert.Equal(["AUTH_NOT_AUTHORIZED"], (await _app.As("public-security", "VERIFY").PostAsync(new { id = Page })).Codes);
        Assert.Equal(["LIMIT_PAGE_SIZE"], (await _app.As("health", "REHAB").PostAsync(new { id = Page, variables = new { first = 201 } })).Codes);
        Assert.Equal(
            NodesOf(await _app.As("health", "REHAB").AskAsync(text, new { first = 3 })),
            NodesOf(await _app.As("health", "REHAB").PostAsync(new { id = Page, variables = new { first = 3 } })));
        Assert.Equal(
            (await _app.As("health", "REHAB").AskAsync(text, variables)).Codes,
            (await _app.As("health", "REHAB").PostAsync(new { id = Page, variables })).Codes);
    }

    [Fact]
    public async Task Nobody_finds_out_by_a_hash_what_another_client_asks()
    {
        var byHash = new { id = Sha256(Encoding.UTF8.GetBytes(Own)) };
        await _app.As("health", "REHAB").PostAsync(new { id = byHash.id, query = Own });

        Assert.Empty((await _app.As("health", "REHAB").PostAsync(byHash)).Codes.Except(["AUTH_NOT_AUTHORIZED"]));
        Assert.Equal(["PERSISTED_QUERY_NOT_FOUND"], (await _app.As("civil-affairs", "SUBSIDY").PostAsync(byHash)).Codes);
    }

    private static string NodesOf(Answer answer) => answer.Data.GetProperty("persons").GetProperty("nodes").GetRawText();

    private static string IdOfFile(string name) => Sha256(File.ReadAllBytes(Path.Combine(Repository.Root, "schema", "operations", name)));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
