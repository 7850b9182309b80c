using System.Diagnostics;
using System.Net.Sockets;
using Harness.Load;
using Harness.Register;
using Harness.Reporting;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>From the start of the process to its first answer with a person in it, over a register that exists.</summary>
internal static class ColdStartRun
{
    private const double MostSeconds = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(Bench bench)
    {
        if (!bench.Options.Wants("cold"))
        {
            return;
        }

        var directory = bench.Copy("cold");
        var (token, body) = await PrepareAsync(bench, directory);
        var server = Enumerable.Range(0, bench.Options.Rounds)
            .Select(_ => Start(() => Subject.Launch("server", bench.ServerAssembly, directory), token, body)).ToList();
        var peer = Enumerable.Range(0, bench.Options.Rounds)
            .Select(_ => Start(() => Subject.Launch("peer", bench.PeerAssembly, directory), token, body)).ToList();
        bench.Report.AddStarts("cold start to the first answer (b)", server, peer);
        var median = Median.Of(server.Select(start => start.Seconds));
        bench.Report.AddVerdict("cold start", Numbers.Short(median) + " s", "≤ 2 s", median <= MostSeconds);
    }

    /// <summary>The issuer's key lies in the data directory: a token outlives the server that gave it.</summary>
    private static async Task<(string Token, byte[] Body)> PrepareAsync(Bench bench, string directory)
    {
        using var server = bench.StartServer(directory);
        using var register = new RegisterFile(directory);
        var body = Scenario.PersonByIdNumber.Bodies(register.Holders(1))[0];
        return (await server.TokenAsync(Scenario.PersonByIdNumber.Client), body);
    }

    private static ColdStart Start(Func<Subject> launch, string token, byte[] body)
    {
        var began = Stopwatch.GetTimestamp();
        using var subject = launch();
        var request = HttpRequest.Post(subject.Address, token, Scenario.PersonByIdNumber.Purpose, body);
        while (!IsAnswered(subject, request))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The {subject.Name} gave no answer.");
            }

            Thread.Sleep(5);
        }

        var figures = subject.Figures;
        return new ColdStart(Stopwatch.GetElapsedTime(began).TotalSeconds, figures.CpuSeconds, figures.ResidentMegabytes);
    }

    private static bool IsAnswered(Subject subject, byte[] request)
    {
        try
        {
            using var connection = new Connection(subject.Address);
            return connection.Exchange(request).IsGood;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
    }
}

/// <summary>One start.</summary>
/// <param name="Seconds">On the wall, until the answer was read.</param>
/// <param name="CpuSeconds">Processor time until then.</param>
/// <param name="Megabytes">Resident then.</param>
internal sealed record ColdStart(double Seconds, double CpuSeconds, double Megabytes);
