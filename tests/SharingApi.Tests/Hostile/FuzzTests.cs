using System.Diagnostics;
using System.Globalization;
using SharingApi.Tests.Hostile.Fuzzing;
using Testing;
using Xunit.Abstractions;

namespace SharingApi.Tests.Hostile;

/// <summary>
/// Requests made by chance from the schema, whole and broken, over all that GraphQL is spoken on. The server is a process of its
/// own, so that one that ends it is known by its seed and number. <c>FUZZ_MINUTES</c> makes the run longer, <c>FUZZ_SEED</c>
/// begins elsewhere, and <c>FUZZ_CASE</c> runs one case alone.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int CasesOfASeed = 400;
    private const int Seeds = 4;

    [Fact]
    public async Task No_request_made_by_chance_ends_the_process_hangs_or_makes_it_say_what_it_should_not()
    {
        var directory = Directory.CreateTempSubdirectory("sharing-fuzz-").FullName;
        using var server = await SharingProcess.StartAsync(
            directory, "--Limits:BodySeconds=1", "--Limits:SocketInitSeconds=1", "--Limits:SocketIdleSeconds=1", "--Logging:LogLevel:Default=Error");
        var sdl = await server.Http.GetStringAsync(new Uri("graphql/schema", UriKind.Relative));
        var cases = new CaseMaker(Grammar.Read(sdl), await Samples.TakeAsync(server));
        var fuzzer = new Fuzzer(server, cases);

        var (seed, number, minutes) = (Setting("FUZZ_SEED") ?? 1, Setting("FUZZ_CASE"), Setting("FUZZ_MINUTES"));
        var watch = Stopwatch.StartNew();
        if (number is { } alone && Environment.GetEnvironmentVariable("FUZZ_REPORT") is { Length: > 0 } beside)
        {
            await File.WriteAllBytesAsync($"{beside}.bytes", cases.Make(seed, alone).Opening);
        }

        var reported = 0;
        var end = number is null ? seed + Seeds : seed + 1;
        for (; minutes is null ? seed < end : watch.Elapsed.TotalMinutes < minutes; seed++)
        {
            await fuzzer.RunAsync(seed, number ?? 0, number is null ? CasesOfASeed : 1);
            Report($"{watch.Elapsed:hh\\:mm\\:ss} seed {seed}: {string.Join("\n", fuzzer.Findings.Skip(reported))}");
            reported = fuzzer.Findings.Count;
            if (server.HasExited)
            {
                break;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed}: up to seed {seed - 1}, {CasesOfASeed} cases each"));
        string[] told = [.. fuzzer.Slow, .. fuzzer.Findings.Take(40), .. server.LastLines];
        output.WriteLine(string.Join('\n', told));
        Report(string.Join('\n', told));

        Assert.False(server.HasExited, "The process ended.");
        Assert.Empty(fuzzer.Findings);
        await server.KillAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>A long run tells how far it is in the file <c>FUZZ_REPORT</c>.</summary>
    private static void Report(string text)
    {
        if (Environment.GetEnvironmentVariable("FUZZ_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, $"{text}\n");
        }
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
