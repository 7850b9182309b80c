using System.Text;
using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A department brings a file: every line is judged by the rules of the API, and the file may be brought again.</summary>
public sealed class NoticesInBulkTests : IAsyncLifetime
{
    private const string Header = "messageId,type,reason,occurredOn,subject.name,subject.idNumber,subject.birthDate,withdraws";

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(20);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private SharingApp _app = null!;
    private IReadOnlyList<Holder> _holders = [];

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync();
        _holders = await Holder.LivingAsync(_app, 6);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_poisoned_csv_file_is_refused_by_line_and_the_mended_one_brings_only_what_was_missing()
    {
        string[] mended = [.. _holders.Take(5).Select((holder, i) => Line($"b-{i}", holder)), Line("b-5", Holder.Nobody(0)), Line("b-6", _holders[5])];
        byte[] poisoned =
        [
            .. Encoding.UTF8.GetBytes(Header + "\n"),
            .. Encoding.UTF8.GetBytes(mended[0] + "\n"),
            .. Gb18030.GetBytes(mended[1] + "\n"),
            .. Encoding.UTF8.GetBytes($"{mended[2][..mended[2].LastIndexOf(',')]}\n"),
            .. Encoding.UTF8.GetBytes(mended[3].Replace(_holders[3].Name, "\"two\nlines\"", StringComparison.Ordinal) + "\n"),
            .. Encoding.UTF8.GetBytes($"{mended[4]}\n{mended[4]}\n"),
            .. Encoding.UTF8.GetBytes($"{mended[4].Replace("2026-05-01", "2026-05-02", StringComparison.Ordinal)}\n"),
            .. Encoding.UTF8.GetBytes($"{mended[5]}\n"),
            .. Encoding.UTF8.GetBytes($"b-6,HUKOU_CANCELLED,DEATH,2026-05-01,{new string('x', 100_000)},,,\n"),
        ];

        var (exitCode, report) = await IntakeAsync("poisoned.csv", poisoned);

        Assert.Equal(3, exitCode);
        Assert.Equal(
            [
                "line 3: REFUSED FILE_ENCODING",
                "line 4: REFUSED FILE_COLUMNS",
                "line 5: REFUSED NAME_CHARACTER(subject.name)",
                "line 9: REFUSED MESSAGE_ID_CONFLICT(messageId)",
                "line 11: REFUSED FILE_LINE_TOO_LONG",
            ],
            report.SkipLast(1));
        Assert.StartsWith("3 accepted, 1 sent before, 5 refused.", report[^1], StringComparison.Ordinal);

        var (again, afterwards) = await IntakeAsync("mended.csv", Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. mended])));

        Assert.Equal(0, again);
        Assert.StartsWith("4 accepted, 3 sent before, 0 refused.", Assert.Single(afterwards), StringComparison.Ordinal);
        await DeathsAreAsync(6);
        Assert.All((await FeedAsync()).GroupBy(change => change.Person), changes => Assert.Equal(
            ["DEATH_CONFIRMED", "CERTIFICATE_CANCELLED"], changes.Select(change => change.Type)));
    }

    [Fact]
    public async Task Lines_of_json_report_and_withdraw_in_the_order_of_the_file()
    {
        var lines = new[]
        {
            JsonSerializer.Serialize(_holders[0].Death("j-0")),
            JsonSerializer.Serialize(_holders[1].Death("j-1")),
            JsonSerializer.Serialize(new { messageId = "j-2", withdraws = "j-0", reason = "wrong person" }),
            "",
            JsonSerializer.Serialize(new { messageId = "j-3", withdraws = "never-seen", reason = "wrong person" }),
            JsonSerializer.Serialize(new { messageId = "j-4", withdraws = "j-1", reason = "" }),
            """{"messageId":"j-5","type":"HUKOU_CANCELED","subject":{"name":"赵无名"}}""",
            """{"messageId":"j-6","type":"HUKOU_CANCELLED","subject":{"name":"赵无名","shoeSize":"43"}}""",
            """{"messageId":"j-7","messageId":"j-8","type":"HUKOU_CANCELLED","subject":{"name":"赵无名"}}""",
            """{"messageId":"j-9","type":"DEATH_CERTIFICATE","occurredOn":"2026-05-01","subject":{"name":"赵无名"}}""",
            "[1]",
            "{",
        };

        var (exitCode, report) = await IntakeAsync("backfill.ndjson", Gb18030.GetBytes(string.Join("\r\n", lines)), "--all-lines");

        Assert.Equal(3, exitCode);
        Assert.Equal(
            [
                "line 1: ACCEPTED", "line 2: ACCEPTED", "line 3: ACCEPTED", "line 5: ACCEPTED",
                "line 6: REFUSED NOTICE_REASON_SHAPE(reason)",
                "line 7: REFUSED FILE_VALUE(type)",
                "line 8: REFUSED FILE_JSON",
                "line 9: REFUSED FILE_JSON",
                "line 10: REFUSED NOTICE_TYPE_NOT_YOURS(type)",
                "line 11: REFUSED FILE_JSON",
                "line 12: REFUSED FILE_JSON",
            ],
            report.SkipLast(1));
        await DeathsAreAsync(1);
    }

    [Fact]
    public async Task Without_a_server_a_file_waits_for_the_next_start()
    {
        var directory = Directory.CreateTempSubdirectory("sharing-").FullName;
        var first = await SharingApp.StartInAsync(directory);
        var holder = (await Holder.LivingAsync(first, 1)).Single();
        await first.StopAsync();
        var file = Path.Combine(directory, "deaths.ndjson");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(holder.Death("w-1")));

        var (exitCode, _) = await Commands.RunAsync(directory, "intake", file, "--client", "public-security");
        var (again, report) = await Commands.RunAsync(directory, "intake", file, "--client", "public-security");

        Assert.Equal((0, 0), (exitCode, again));
        Assert.StartsWith("0 accepted, 1 sent before", report[^1], StringComparison.Ordinal);
        await using var second = await SharingApp.StartInAsync(directory);
        await Eventually.Async(
            () => second.As("federation", "CERT").DataAsync("{ persons(first: 1, where: {lifeStatus: {eq: DECEASED}}) { totalCount } }"),
            data => data.GetProperty("persons").GetProperty("totalCount").GetInt32() == 1,
            Promised);
    }

    [Theory]
    [InlineData(1, "No client of this name is registered here.", "deaths.csv", "--client", "nobody")]
    [InlineData(1, "This client does not send notices: only departments' systems do.", "deaths.csv", "--client", "reviewer-1")]
    [InlineData(1, "A file of notices is named .ndjson or .csv: that says how it is read.", "deaths.txt", "--client", "health")]
    [InlineData(1, "Column 2 of the header has a name that no field of a notice has. See docs/operating.md.", "odd.csv", "--client", "health")]
    [InlineData(1, "The file cannot be opened. Compare its name, and who may read it.", "missing.csv", "--client", "health")]
    [InlineData(2, "Use: intake FILE --client NAME [--all-lines] [--withdraw REASON].", "deaths.csv")]
    public async Task What_cannot_be_begun_is_said_in_one_sentence(int expected, string sentence, string name, params string[] arguments)
    {
        var path = Path.Combine(_app.DataDirectory, name);
        if (!name.StartsWith("missing", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(path, name.StartsWith("odd", StringComparison.Ordinal) ? "messageId,tpye\n" : Header);
        }

        var (exitCode, lines) = await Commands.RunAsync(_app.DataDirectory, ["intake", path, .. arguments]);

        Assert.Equal(expected, exitCode);
        Assert.StartsWith(sentence, Assert.Single(lines), StringComparison.Ordinal);
    }

    private static string Line(string id, Holder holder) =>
        $"{id},HUKOU_CANCELLED,DEATH,2026-05-01,{holder.Name},{holder.IdNumber},{holder.BirthDate},";

    private async Task<(int ExitCode, IReadOnlyList<string> Report)> IntakeAsync(string name, byte[] content, params string[] arguments)
    {
        var path = Path.Combine(_app.DataDirectory, name);
        await File.WriteAllBytesAsync(path, content);
        return await Commands.RunAsync(_app.DataDirectory, ["intake", path, "--client", "public-security", .. arguments]);
    }

    private Task<List<(string Type, string Person)>> DeathsAreAsync(int count) => Eventually.Async(
        FeedAsync,
        feed => feed.Count(change => change.Type == "DEATH_CONFIRMED") - feed.Count(change => change.Type == "DEATH_REVERSED") == count,
        Promised);

    private async Task<List<(string Type, string Person)>> FeedAsync() =>
    [
        .. (await _app.As("civil-affairs", "SUBSIDY").DataAsync("{ statusChanges(first: 100) { nodes { type person { id } } } }"))
            .GetProperty("statusChanges").GetProperty("nodes").EnumerateArray()
            .Select(node => (node.GetProperty("type").GetString()!, node.GetProperty("person").GetProperty("id").GetString()!)),
    ];
}
