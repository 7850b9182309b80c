using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Whoever decides a case sees both sides of it, what was decided before, and by which office.</summary>
public sealed class SidesOfACaseTests : IAsyncLifetime
{
    private static readonly string CaseFile = File.ReadAllText(Path.Combine(Repository.Root, "schema", "operations", "case-file.graphql"));

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_contradiction_shows_the_certificate_and_the_cremation_side_by_side()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "health", Of(holder, "DEATH_CERTIFICATE", "hospital-1", "2026-03-01"));
        await OpenAsync("REVIEW");
        await Reporting.ReportAsync(_app, "civil-affairs", Of(holder, "CREMATION", "funeral-1", "2026-05-01"));

        var file = await FileAsync(await OpenAsync("CONFLICT"));

        Assert.Equal("DEATH_REPORTS_DISAGREE", file.GetProperty("reasons")[0].GetString());
        var evidence = file.GetProperty("evidence").EnumerateArray().ToList();
        Assert.Equal(["DEATH_CERTIFICATE", "CREMATION"], evidence.Select(piece => piece.GetProperty("type").GetString()));
        Assert.Equal(["health", "civil-affairs"], evidence.Select(piece => piece.GetProperty("source").GetString()));
        Assert.Equal(["2026-03-01", "2026-05-01"], evidence.Select(piece => piece.GetProperty("occurredOn").GetString()));
        Assert.All(evidence, piece => Assert.Equal(holder.IdNumber, piece.GetProperty("subject").GetProperty("idNumber").GetString()));
        Assert.Equal(holder.Id, file.GetProperty("person").GetProperty("id").GetString());
        Assert.Equal(0, file.GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public async Task A_number_with_another_name_shows_the_candidate_beside_what_was_sent()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "public-security", (holder with { Name = "赵无名" }).Death("police-1"));

        var file = await FileAsync(await OpenAsync("REVIEW"));

        Assert.Equal(["NAME_DIFFERS"], file.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(holder.Name, file.GetProperty("candidates")[0].GetProperty("name").GetString());
        var sent = file.GetProperty("evidence")[0];
        Assert.Equal(("赵无名", "ID_ONLY", false), (
            sent.GetProperty("subject").GetProperty("name").GetString(),
            sent.GetProperty("match").GetString(),
            sent.GetProperty("isStanding").GetBoolean()));
    }

    [Fact]
    public async Task Decisions_name_offices_and_a_first_signature_waits_until_the_second_is_there()
    {
        const string Decide = "mutation D($input: DecideCaseInput!) { decideCase(input: $input) { digest errors { ... on CaseError { code } } } }";
        const string Sign = "mutation S($input: SignOffInput!) { signOff(input: $input) { errors { ... on CaseError { code } } } }";
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "health", Of(holder, "DEATH_CERTIFICATE", "hospital-1", "2026-05-01"));
        var id = await OpenAsync("REVIEW");

        var digest = (await _app.As("reviewer-1", "CERT").DataAsync(Decide, new { input = new { caseId = id, decision = "REVERSE_DEATH", reason = "seen alive" } }))
            .GetProperty("decideCase").GetProperty("digest").GetString();
        var waiting = await FileAsync(id);
        await _app.As("reviewer-2", "CERT").DataAsync(Sign, new { input = new { subjectId = id, digest } });
        var signed = await FileAsync(id);

        Assert.Equal(digest, waiting.GetProperty("digest").GetString());
        Assert.True(waiting.GetProperty("decisions")[0].GetProperty("waitsForSignature").GetBoolean());
        var decision = signed.GetProperty("decisions")[0];
        Assert.False(decision.GetProperty("waitsForSignature").GetBoolean());
        Assert.Equal("seen alive", decision.GetProperty("reason").GetString());
        Assert.NotEqual(decision.GetProperty("office").GetString(), decision.GetProperty("secondOffice").GetString());
        Assert.DoesNotContain("reviewer-", decision.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_is_assigned_to_the_receiving_unit_and_its_evidence_is_read_by_both_units_and_nobody_else()
    {
        var holder = (await Holder.LivingAsync(_app, 1, ", hukou: {division: {code: {eq: \"530102\"}}}, managementUnit: {code: {eq: \"530102\"}}")).Single();
        await Reporting.ReportAsync(_app, "public-security", holder.Move("police-1", "530128", null));
        var id = await OpenAsync("TRANSFER", "federation-luquan");

        foreach (var unit in new[] { "federation-luquan", "federation-wuhua", "federation" })
        {
            var file = await FileAsync(id, unit);
            Assert.Equal("530128", file.GetProperty("assignedUnit").GetString());
            Assert.Equal("530128", file.GetProperty("evidence")[0].GetProperty("toDivision").GetString());
        }

        Assert.Equal(JsonValueKind.Null, (await _app.As("reviewer-1", "CERT").DataAsync(CaseFile, new { id })).GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await _app.As("civil-affairs", "SUBSIDY").DataAsync(CaseFile, new { id })).GetProperty("node").ValueKind);
    }

    private static object Of(Holder holder, string type, string messageId, string occurredOn) => new
    {
        messageId,
        type,
        occurredOn,
        subject = new { name = holder.Name, idNumber = holder.IdNumber },
    };

    private async Task<string> OpenAsync(string kind, string client = "reviewer-1")
    {
        var data = await Eventually.Async(
            () => _app.As(client, "CERT").DataAsync(
                "query Open($kind: CaseKind!) { cases(first: 5, where: {kind: {eq: $kind}, state: {eq: OPEN}}) { nodes { id } } }", new { kind }),
            found => found.GetProperty("cases").GetProperty("nodes").GetArrayLength() > 0,
            TimeSpan.FromSeconds(10));
        return data.GetProperty("cases").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> FileAsync(string id, string client = "reviewer-1") =>
        (await _app.As(client, "CERT").DataAsync(CaseFile, new { id })).GetProperty("node");
}
