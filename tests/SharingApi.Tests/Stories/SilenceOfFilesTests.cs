using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Encryption;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A file about holders and others leaves nothing of the others, on any path, also for whoever has the keys.</summary>
public sealed class SilenceOfFilesTests : IAsyncLifetime
{
    private const string Phone = "13887654321";

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Notices_corrections_withdrawals_and_refused_lines_leave_nothing_of_the_others()
    {
        var holders = await Holder.LivingAsync(_app, 20);
        Holder[] others = [.. Enumerable.Range(0, 20).Select(Holder.Nobody)];
        var file = Path.Combine(Directory.CreateTempSubdirectory("sharing-").FullName, "mixed.ndjson");
        await File.WriteAllLinesAsync(file, holders.Zip(others).SelectMany((pair, i) => LinesOf(pair.First, $"h-{i}", "13900000001").Concat(LinesOf(pair.Second, $"o-{i}", Phone))));

        var search = TraceSearch.Of(_app, others, Phone);
        var searching = search.WhileItRunsAsync();
        var (exitCode, report) = await Commands.RunAsync(_app.DataDirectory, "intake", file, "--client", "public-security", "--all-lines");
        var meanwhile = await searching;
        var afterwards = await search.InAsync(_app.DataDirectory);

        Assert.Equal(3, exitCode);
        Assert.Empty(meanwhile);
        Assert.Empty(afterwards);
        Assert.Empty(search.In(string.Join('\n', report)));
        Assert.Empty(TraceSearch.Of(_app, holders).In(string.Join('\n', report)));
        var states = report.SkipLast(1).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]).Chunk(4).ToList();
        Assert.All(states, shape => Assert.Equal(states[0], shape));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Refused_lines_of_an_imported_register_leave_nothing_on_any_path()
    {
        var directory = Directory.CreateTempSubdirectory("sharing-").FullName;
        var file = Path.Combine(Directory.CreateTempSubdirectory("sharing-").FullName, "register.csv");
        await File.WriteAllLinesAsync(
            file,
            [
                "姓名,身份证号,性别,出生日期,残疾人证号,残疾类别,残疾等级,发证日期,有效期至,残疾人证状态,户籍区划代码,户籍社区代码,社区代码,社区,乡镇（街道）,管理单位,联系电话",
                $"无人某氏,530199193102039008,女,1931-02-03,53019919310203900843,肢体,四级,2020-01-01,2030-01-01,正常,999999,,,,,,{Phone}",
                $"无人某氏,530199193102039009,女,1931-02-03,,,,,,,,,,,,,{Phone}",
            ]);

        var (_, report) = await Commands.RunAsync(directory, "import", file, "--Register:AllowSyntheticArea=true");

        var search = new TraceSearch(_app, ["无人某氏", "530199193102039008", "530199193102039009", Phone]);
        Assert.Contains(report, line => line.Contains("line 2", StringComparison.Ordinal));
        Assert.Empty(search.In(string.Join('\n', report)));
        Assert.Empty(await search.InAsync(directory));
        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_search_finds_what_stands_in_clear_or_waits_in_the_inbox(bool isSealed)
    {
        var nobody = Holder.Nobody(30);
        var cipher = _app.Services.GetRequiredService<FieldCipher>();
        var kept = isSealed ? new Persistence.Notices.NoticeEnvelope(cipher).Seal(Encoding.UTF8.GetBytes(nobody.IdNumber), 100) : Encoding.Unicode.GetBytes(nobody.Name);
        await File.WriteAllBytesAsync(Path.Combine(_app.DataDirectory, "page"), [.. new byte[100], .. kept, .. new byte[100]]);

        Assert.NotEmpty(await TraceSearch.Of(_app, [nobody]).InAsync(_app.DataDirectory));
    }

    private static IEnumerable<string> LinesOf(Holder person, string id, string documentNumber) =>
    [
        JsonSerializer.Serialize(person.Death(id)),
        JsonSerializer.Serialize(new
        {
            messageId = id + "-c",
            corrects = id,
            type = "HUKOU_CANCELLED",
            reason = "DEATH",
            occurredOn = "2026-05-02",
            documentNumber,
            subject = new { name = person.Name, idNumber = person.IdNumber },
        }),
        JsonSerializer.Serialize(new { messageId = id + "-w", withdraws = id + "-c", reason = "wrong person" }),
        JsonSerializer.Serialize(person.Death(id + "-r", "2999-01-01")),
    ];
}
