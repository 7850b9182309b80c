using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A file that was brought by mistake is taken back as a whole, and one with a line of any length does no harm.</summary>
public sealed class FilesTakenBackTests : IAsyncLifetime
{
    private SharingApp _app = null!;
    private IReadOnlyList<Holder> _holders = [];

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync();
        _holders = await Holder.LivingAsync(_app, 120);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_same_file_withdraws_what_it_brought_and_a_repeat_has_no_effect()
    {
        var file = Path.Combine(_app.DataDirectory, "backfill.ndjson");
        string[] lines = [.. _holders.Select((holder, i) => JsonSerializer.Serialize(holder.Death($"f-{i}"))), "{", """{"messageId":"f-w","withdraws":"x","reason":"y"}"""];
        await File.WriteAllLinesAsync(file, lines);
        await IntakeAsync(file);
        await DeadAsync(_holders.Count);

        var (exitCode, report) = await IntakeAsync(file, "--withdraw", "brought by mistake");

        Assert.Equal(3, exitCode);
        Assert.Equal([$"line {lines.Length - 1}: REFUSED FILE_JSON", $"line {lines.Length}: REFUSED FILE_NO_NOTICE"], report.SkipLast(1));
        Assert.StartsWith($"{_holders.Count} accepted, 0 sent before", report[^1], StringComparison.Ordinal);
        await DeadAsync(0);
        Assert.StartsWith($"0 accepted, {_holders.Count} sent before", (await IntakeAsync(file, "--withdraw", "brought by mistake")).Report[^1], StringComparison.Ordinal);
        Assert.Equal(0, (await Commands.RunAsync(_app.DataDirectory, "verify")).ExitCode);
    }

    [Theory]
    [InlineData(".ndjson")]
    [InlineData(".csv")]
    public async Task A_line_of_a_hundred_megabytes_is_passed_over_alone(string ending)
    {
        var file = Path.Combine(_app.DataDirectory, "long" + ending);
        var isCsv = ending == ".csv";
        await using (var text = new StreamWriter(file))
        {
            await text.WriteAsync(isCsv ? "messageId,type,reason,occurredOn,subject.name,subject.idNumber\n" : "");
            await text.WriteAsync(LineOf("a", _holders[0], isCsv));
            var part = new string('x', 1 << 20);
            for (var i = 0; i < 100; i++)
            {
                await text.WriteAsync(part);
            }

            await text.WriteAsync("\n" + LineOf("b", _holders[1], isCsv));
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (exitCode, report) = await IntakeAsync(file);

        Assert.Equal(3, exitCode);
        Assert.Equal($"line {(isCsv ? 3 : 2)}: REFUSED FILE_LINE_TOO_LONG", Assert.Single(report.SkipLast(1)));
        Assert.StartsWith("2 accepted", report[^1], StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 90_000_000);
        await DeadAsync(2);
    }

    private static string LineOf(string id, Holder holder, bool isCsv) => isCsv
        ? $"{id},HUKOU_CANCELLED,DEATH,2026-05-01,{holder.Name},{holder.IdNumber}\n"
        : JsonSerializer.Serialize(holder.Death(id)) + "\n";

    private Task<(int ExitCode, IReadOnlyList<string> Report)> IntakeAsync(string file, params string[] more) =>
        Commands.RunAsync(_app.DataDirectory, ["intake", file, "--client", "public-security", .. more]);

    private Task<int> DeadAsync(int count) => Eventually.Async(
        async () => (await _app.As("federation", "CERT").DataAsync(
                "query D($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { lifeStatus } } }", new { ids = _holders.Select(holder => holder.Id) }))
            .GetProperty("nodes").EnumerateArray().Count(node => node.GetProperty("lifeStatus").GetString() == "DECEASED"),
        dead => dead == count,
        TimeSpan.FromSeconds(30));
}
