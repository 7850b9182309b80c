using System.Collections.Concurrent;
using Testing;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Sends case after case to a server that is a process of its own, a few at a time, and an honest query in between.</summary>
internal sealed class Fuzzer(SharingProcess server, CaseMaker cases)
{
    /// <summary>A second is promised, and so is the time that these servers wait for a body or an init; the rest is for a busy machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private const int AtATime = 8;
    private const int BetweenHonestQueries = 25;

    private readonly ConcurrentQueue<(FuzzCase Sent, TimeSpan Took)> _slowest = new();

    /// <summary>What was wrong; the run goes on after a wrong answer, and ends with the process.</summary>
    public ConcurrentQueue<string> Findings { get; } = new();

    /// <summary>Cases that took over a second, the two that the server may wait for left out.</summary>
    public IEnumerable<string> Slow => _slowest.Select(static slow => $"{slow.Took.TotalSeconds:0.0} s: seed {slow.Sent.Seed} case {slow.Sent.Number} ({slow.Sent.Dialect})");

    /// <summary>Runs the cases of a seed from one number to another.</summary>
    public Task RunAsync(int seed, int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (number, _) =>
        {
            if (server.HasExited)
            {
                return;
            }

            var sent = cases.Make(seed, number);
            await TryAsync(sent);
            if (number % BetweenHonestQueries == 0)
            {
                await AskHonestlyAsync(sent);
            }
        });

    private async Task TryAsync(FuzzCase sent)
    {
        try
        {
            var heard = await Connection.SpeakAsync(server.Address, sent, bytes => IsWhole(sent, bytes), Hang);
            if (Judge.Verdict(sent, heard) is { } wrong)
            {
                Findings.Enqueue($"{sent}\n  {wrong}");
            }
            else if (heard.Took > TimeSpan.FromSeconds(4))
            {
                _slowest.Enqueue((sent, heard.Took));
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Findings.Enqueue($"{sent}\n  ended with {failure}");
        }
    }

    private async Task AskHonestlyAsync(FuzzCase last)
    {
        try
        {
            var data = await server.As("civil-affairs", "SUBSIDY").DataAsync("{ persons(first: 1) { nodes { id } } }");
            if (data.GetProperty("persons").GetProperty("nodes").GetArrayLength() != 1)
            {
                Findings.Enqueue($"an honest query found nobody after {last}");
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            Findings.Enqueue($"an honest query failed after {last}\n  {failure.Message}");
        }
    }

    private static bool IsWhole(FuzzCase sent, byte[] bytes) =>
        HttpReply.Read(bytes) is { IsWhole: true } reply && !(sent.Dialect == Dialect.Frames && reply.Status == 101);
}
