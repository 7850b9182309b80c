using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A receiver says that shared data looks wrong, and is answered in time (校核).</summary>
public sealed class DataErrorTests : IAsyncLifetime
{
    private const string Report =
        "mutation R($input: ReportDataErrorInput!) { reportDataError(input: $input) { caseId dueOn errors { ... on CaseError { code } } } }";

    private const string Answer =
        "mutation A($input: DecideCaseInput!) { answerDataError(input: $input) { case { state decisions { decision office } } errors { ... on CaseError { code } } } }";

    private const string Follow =
        "query F($id: ID!) { node(id: $id) { ... on Case { kind state dueOn dataError { item reportedBy } decisions { decision } person { id } } } }";

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync("Clock:Start=2026-11-24T02:00:00Z");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task It_opens_a_case_with_a_clock_of_ten_working_days_and_its_reporter_follows_it_to_the_answer()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var civil = _app.As("civil-affairs", "SUBSIDY");

        var taken = (await civil.DataAsync(Report, new { input = Error(holder.Id, "person.lifeStatus") })).GetProperty("reportDataError");

        Assert.Equal("2026-12-08", taken.GetProperty("dueOn").GetString());
        var id = taken.GetProperty("caseId").GetString()!;
        var open = (await civil.DataAsync(Follow, new { id })).GetProperty("node");
        Assert.Equal(("CORRECTION", "OPEN", "person.lifeStatus"), (
            open.GetProperty("kind").GetString(), open.GetProperty("state").GetString(), open.GetProperty("dataError").GetProperty("item").GetString()));
        Assert.Equal(JsonValueKind.Null, (await _app.As("health", "REHAB").DataAsync(Follow, new { id })).GetProperty("node").ValueKind);

        var said = (await _app.As("reviewer-1", "CERT").DataAsync(
            "query S($id: ID!) { node(id: $id) { ... on Case { dataError { reason evidence reportedBy } person { id } } } }", new { id })).GetProperty("node");
        Assert.Equal(("seen at the office", "civil-affairs", holder.Id), (
            said.GetProperty("dataError").GetProperty("evidence").GetString(),
            said.GetProperty("dataError").GetProperty("reportedBy").GetString(),
            said.GetProperty("person").GetProperty("id").GetString()));
        var answered = await AnswerAsync("reviewer-1", id, "REJECT");
        Assert.Equal("CLOSED", answered.GetProperty("case").GetProperty("state").GetString());
        Assert.Equal(
            "REJECT", (await civil.DataAsync(Follow, new { id })).GetProperty("node").GetProperty("decisions")[0].GetProperty("decision").GetString());
        Assert.Equal("CASE_CLOSED", CodeOf(await AnswerAsync("reviewer-1", id, "CONFIRM")));
    }

    [Theory]
    [InlineData("county-wuhua", "SUBSIDY", "person.lifeStatus", "DATA_ERROR_PERSON_UNKNOWN")]
    [InlineData("civil-affairs", "SUBSIDY", "person.ethnicity", "DATA_ERROR_ITEM")]
    [InlineData("civil-affairs", "SUBSIDY", "no.such.item", "DATA_ERROR_ITEM")]
    [InlineData("public-security", "VERIFY", "person.name", null)]
    [InlineData("county-luquan", "ASSIST", "person.name", null)]
    public async Task Whoever_sees_the_item_of_a_person_in_scope_may_say_so_and_nobody_else(string client, string purpose, string item, string? code)
    {
        var holder = (await Holder.LivingAsync(_app, 1, ", hukou: {division: {code: {eq: \"530128\"}}}")).Single();

        var payload = (await _app.As(client, purpose).DataAsync(Report, new { input = Error(holder.Id, item) })).GetProperty("reportDataError");

        Assert.Equal(code, CodeOf(payload));
        Assert.Equal(code is null, payload.GetProperty("caseId").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("public-security", "LIFE_SYNC", "AUTH_NOT_AUTHORIZED")]
    [InlineData("reviewer-1", "CERT", "AUTH_NOT_AUTHORIZED")]
    [InlineData("holder", "SELF", "AUTH_NOT_AUTHORIZED")]
    public async Task A_sender_and_a_human_may_not(string client, string purpose, string code)
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();

        Assert.Equal([code], (await _app.As(client, purpose).AskAsync(Report, new { input = Error(holder.Id, "person.name") })).Codes);
    }

    [Fact]
    public async Task A_reversal_without_a_source_begins_with_it()
    {
        const string Decide = "mutation D($input: DecideCaseInput!) { decideCase(input: $input) { digest errors { ... on CaseError { code } } } }";
        const string Sign = "mutation S($input: SignOffInput!) { signOff(input: $input) { errors { ... on CaseError { code } } } }";
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await Reporting.ReportAsync(_app, "public-security", holder.Death("police-1"));
        await LifeIsAsync(holder, "DECEASED");
        var id = (await _app.As("civil-affairs", "SUBSIDY").DataAsync(Report, new { input = Error(holder.Id, "person.lifeStatus") }))
            .GetProperty("reportDataError").GetProperty("caseId").GetString();

        var digest = (await _app.As("reviewer-1", "CERT").DataAsync(Decide, new { input = new { caseId = id, decision = "REVERSE_DEATH", reason = "came in person" } }))
            .GetProperty("decideCase").GetProperty("digest").GetString();
        await _app.As("reviewer-2", "CERT").DataAsync(Sign, new { input = new { subjectId = id, digest } });

        await LifeIsAsync(holder, "ALIVE");
    }

    private static object Error(string personId, string item) =>
        new { personId, item, reason = "the person is alive", evidence = "seen at the office" };

    private static string? CodeOf(JsonElement payload) => payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
        ? errors[0].GetProperty("code").GetString()
        : null;

    private async Task<JsonElement> AnswerAsync(string client, string id, string decision) =>
        (await _app.As(client, "CERT").DataAsync(Answer, new { input = new { caseId = id, decision, reason = "checked with the registry" } }))
            .GetProperty("answerDataError");

    private Task<JsonElement> LifeIsAsync(Holder holder, string status) => Eventually.Async(
        () => _app.As("federation", "CERT").DataAsync(
            "query One($number: IdNumber!) { personByIdNumber(idNumber: $number) { lifeStatus } }", new { number = holder.IdNumber }),
        data => data.GetProperty("personByIdNumber").GetProperty("lifeStatus").GetString() == status,
        TimeSpan.FromSeconds(10));
}
