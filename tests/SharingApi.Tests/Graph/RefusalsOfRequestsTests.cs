using System.Text;
using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Graph;

/// <summary>What is said of requests, decisions and files that are told nowhere else, by the real server and its commands.</summary>
public sealed class RefusalsOfRequestsTests(RefusalsOfRequestsTests.Server server) : IClassFixture<RefusalsOfRequestsTests.Server>
{
    private const string Decide = "mutation D($input: DecideCaseInput!) { decideCase(input: $input) { digest errors { ... on CaseError { code message } } } }";

    private const string Sign = "mutation S($input: SignOffInput!) { signOff(input: $input) { errors { ... on CaseError { code message } } } }";

    private const string Doubt = "mutation R($input: ReportDataErrorInput!) { reportDataError(input: $input) { caseId errors { ... on CaseError { code message } } } }";

    private readonly SharingApp _app = server.App;

    [Theory]
    [InlineData("REQUEST_STREAM_NEEDED", "federation", "CERT", "subscription { statusChanges { type } }")]
    [InlineData("LIMIT_NOTICES", "public-security", "LIFE_SYNC", "mutation { reportNotices(input: {notices: []}) { receipts { state } } }")]
    [InlineData("LIMIT_PAGE_SIZE", "federation", "CERT", "{ persons(first: 0) { nodes { id } } }")]
    [InlineData("LIMIT_LIST_SIZE", "federation", "CERT", "{ persons(where: {id: {in: [MANY]}}) { nodes { id } } }")]
    [InlineData("CURSOR_INVALID", "federation", "CERT", "{ persons(after: \"x\") { nodes { id } } }")]
    [InlineData("AUTH_FILTER_NOT_AUTHORIZED", "civil-affairs", "SUBSIDY", "{ persons(where: {ethnicity: {eq: \"x\"}}) { nodes { id } } }")]
    [InlineData("CHECK_INCOMPLETE", "public-security", "VERIFY", "{ checkPerson(input: {name: \"x\"}) { result } }")]
    public async Task A_request_that_cannot_be_is_refused_whole(string code, string client, string purpose, string document)
    {
        var many = string.Join(' ', Enumerable.Repeat("\"person_0\"", 201));

        var answer = await _app.As(client, purpose).AskAsync(document.Replace("MANY", many, StringComparison.Ordinal));

        Assert.Equal((false, code), (answer.HasData, answer.Codes[0]));
    }

    [Fact]
    public async Task A_decision_has_a_reason_and_something_that_it_can_change()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        var caseId = (await DoubtAsync(holder, "seen at the office")).GetProperty("caseId").GetString();

        Assert.Equal("DATA_ERROR_TEXT", CodeOf(await DoubtAsync(holder, " ")));
        Assert.Equal("DECISION_REASON_MISSING", CodeOf(await DecideAsync(caseId, "REJECT", " ")));
        Assert.Equal("DECISION_NOT_POSSIBLE", CodeOf(await DecideAsync(caseId, "ACCEPT_TRANSFER", "seen")));
        Assert.Equal("REVERSAL_NOT_POSSIBLE", CodeOf(await DecideAsync(caseId, "REVERSE_DEATH", "seen")));
        var signed = await _app.As("reviewer-2", "CERT").DataAsync(Sign, new { input = new { subjectId = caseId, digest = "x" } });
        Assert.Equal("SIGN_OFF_NOTHING", CodeOf(signed.GetProperty("signOff")));
    }

    [Theory]
    [InlineData("INTAKE_FILE_KIND", "notices.txt", "{}", "intake", "--client", "public-security")]
    [InlineData("INTAKE_HEADER", "notices.csv", "a,b\n1,2\n", "intake", "--client", "public-security")]
    [InlineData("IMPORT_HEADER", "persons.csv", "a,b\n1,2\n", "import")]
    public async Task A_file_that_cannot_be_read_is_refused_whole(string code, string name, string content, string command, params string[] more)
    {
        var directory = Directory.CreateTempSubdirectory("sharing-").FullName;
        var file = Path.Combine(directory, name);
        await File.WriteAllTextAsync(file, content, Encoding.UTF8);

        var (exitCode, lines) = await Commands.RunAsync(
            command == "import" ? Path.Combine(directory, "register") : _app.DataDirectory, [command, file, .. more]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(lines, line => line.Contains(code, StringComparison.Ordinal));
        Directory.Delete(directory, recursive: true);
    }

    private async Task<JsonElement> DoubtAsync(Holder holder, string evidence)
    {
        var input = new { personId = holder.Id, item = "person.lifeStatus", reason = "已故", evidence };
        return (await _app.As("civil-affairs", "SUBSIDY").DataAsync(Doubt, new { input })).GetProperty("reportDataError");
    }

    private async Task<JsonElement> DecideAsync(string? caseId, string decision, string reason) =>
        (await _app.As("reviewer-1", "CERT").DataAsync(Decide, new { input = new { caseId, decision, reason } })).GetProperty("decideCase");

    private static string? CodeOf(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString();

    /// <summary>One server for all of these.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await SharingApp.StartAsync("Clock:Start=2026-11-24T02:00:00Z");

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
