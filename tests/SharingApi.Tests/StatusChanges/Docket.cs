using System.Text.Json;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>A case as it lies open.</summary>
/// <remarks>Its person is empty while that is the question, its unit null where the city's reviewers decide.</remarks>
internal sealed record OpenCase(string Id, string Kind, string Reason, string Person, string? Unit, bool IsEscalated);

/// <summary>The open cases, and the humans and units that decide them.</summary>
internal sealed class Docket(SharingApp app)
{
    private const string Open = """
        query Open($after: String) {
          cases(first: 200, after: $after, where: {state: {eq: OPEN}}) {
            nodes { id kind reasons person { id } assignedUnit escalatedAt }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string Decide =
        "mutation Decide($input: DecideCaseInput!) { decideCase(input: $input) { digest errors { ... on CaseError { code } } } }";

    private const string Sign =
        "mutation Sign($input: SignOffInput!) { signOff(input: $input) { errors { ... on CaseError { code } } } }";

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["530102"] = "federation-wuhua",
        ["530128"] = "federation-luquan",
    };

    /// <summary>Every open case that a reviewer or the city's certificate office reads, by its person.</summary>
    public async Task<ILookup<string, OpenCase>> OpenAsync()
    {
        OpenCase[] all = [.. await ReadAsync("reviewer-1"), .. await ReadAsync("federation")];
        return all.DistinctBy(matter => matter.Id).ToLookup(matter => matter.Person);
    }

    /// <summary>Whoever may decides; where two must sign, two do.</summary>
    public async Task DecideAsync(OpenCase matter, string decision, string? personId = null)
    {
        var decider = matter.Unit is { } unit ? Units[unit] : "reviewer-1";
        var input = new { caseId = matter.Id, decision, reason = "the papers say so", personId };
        var decided = (await app.As(decider, "CERT").DataAsync(Decide, new { input })).GetProperty("decideCase");
        Assert.True(decided.GetProperty("errors").ValueKind == JsonValueKind.Null, $"{matter} {decision}: {decided}");
        if (decided.GetProperty("digest").GetString() is { } digest)
        {
            var signed = (await app.As("reviewer-2", "CERT").DataAsync(Sign, new { input = new { subjectId = matter.Id, digest } })).GetProperty("signOff");
            Assert.True(signed.GetProperty("errors").ValueKind == JsonValueKind.Null, $"{matter} {decision}: {signed}");
        }
    }

    private async Task<IReadOnlyList<OpenCase>> ReadAsync(string reader)
    {
        List<OpenCase> all = [];
        string? after = null;
        while (true)
        {
            var page = (await app.As(reader, "CERT").DataAsync(Open, new { after })).GetProperty("cases");
            all.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Read));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return all;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private static OpenCase Read(JsonElement node) => new(
        node.GetProperty("id").GetString()!,
        node.GetProperty("kind").GetString()!,
        string.Join(',', node.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString())),
        node.GetProperty("person") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("id").GetString()! : "",
        node.GetProperty("assignedUnit").GetString(),
        node.GetProperty("escalatedAt").ValueKind != JsonValueKind.Null);
}
