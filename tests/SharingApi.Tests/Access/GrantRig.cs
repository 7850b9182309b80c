using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Administers rights over HTTP, as the two administrators do.</summary>
internal sealed class GrantRig(SharingApp app)
{
    public const string Fields = Grant + " digest errors { ... on AccessFault { code field message } }";

    private const string Grant = "grant { id state digest signatures { signer office } }";

    private const string Signed = Grant + " errors { ... on CaseError { code message } }";

    public static readonly object City = new { kind = "CITY" };

    public Asker One => app.As("access-admin-1");

    public Asker Two => app.As("access-admin-2");

    /// <summary>A sound proposal, to be changed here and there.</summary>
    public static Dictionary<string, object?> Proposal(
        string client, string purpose, string? replaces, params (string Item, string Level)[] items) => new(StringComparer.Ordinal)
        {
            ["client"] = client,
            ["purpose"] = purpose,
            ["scope"] = City,
            ["items"] = items.Select(item => new { item = item.Item, level = item.Level }).ToList(),
            ["from"] = "2026-01-01",
            ["to"] = "2027-12-31",
            ["basis"] = "残疾人两项补贴制度",
            ["scenario"] = "补贴资格复核",
            ["method"] = "QUERY",
            ["replaces"] = replaces,
        };

    /// <summary>A sound proposal to read for LIFE_SYNC, which reaches whom the client reported itself.</summary>
    public static Dictionary<string, object?> Reconciliation(string client, params (string Item, string Level)[] items)
    {
        var input = Proposal(client, "LIFE_SYNC", null, items);
        input["scope"] = new { kind = "OWN_NOTICES" };
        return input;
    }

    /// <summary>A whole request of health for REHAB.</summary>
    public static readonly object Request = new
    {
        purpose = "REHAB",
        scope = City,
        items = new[] { new { item = "person.phone", level = "CLEAR" } },
        from = "2026-12-01",
        to = "2027-12-01",
        basis = "残疾预防和残疾人康复条例",
        scenario = "上门康复预约",
        method = "QUERY",
    };

    public async Task<string> GrantOfAsync(string client, string purpose)
    {
        var data = await One.DataAsync(
            $"{{ grants(where: {{client: {{eq: \"{client}\"}}, purpose: {{eq: {purpose}}}, state: {{eq: ACTIVE}}}}) {{ nodes {{ id }} }} }}");
        return data.GetProperty("grants").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    public Task<JsonElement> ProposeAsync(object input) => ProposeAsync(One, input);

    public static async Task<JsonElement> ProposeAsync(Asker asker, object input) =>
        (await asker.DataAsync($"mutation P($input: ProposeGrantInput!) {{ proposeGrant(input: $input) {{ {Fields} }} }}", new { input }))
            .GetProperty("proposeGrant");

    public static async Task<JsonElement> SignAsync(Asker asker, string? grantId, string? digest) =>
        (await asker.DataAsync(
            $"mutation S($input: SignOffInput!) {{ signOff(input: $input) {{ {Signed} }} }}", new { input = new { subjectId = grantId, digest } }))
            .GetProperty("signOff");

    /// <summary>Proposed by one, signed by the other: in force.</summary>
    public async Task<string> GrantAsync(object input)
    {
        var proposed = await ProposeAsync(input);
        var id = IdOf(proposed);
        var signed = await SignAsync(Two, id, proposed.GetProperty("digest").GetString());
        Assert.Equal("ACTIVE", signed.GetProperty("grant").GetProperty("state").GetString());
        return id;
    }

    public async Task<JsonElement> EndAsync(string mutation, string grantId, string reason = "检查发现超范围使用") =>
        (await One.DataAsync(
            $"mutation E($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {Fields} }} }}",
            new { input = new { grantId, reason } })).GetProperty(mutation);

    public static string IdOf(JsonElement payload) => payload.GetProperty("grant").GetProperty("id").GetString()!;

    public static IReadOnlyList<string> CodesOf(JsonElement payload) =>
        payload.GetProperty("errors").ValueKind == JsonValueKind.Null
            ? []
            : [.. payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];
}
