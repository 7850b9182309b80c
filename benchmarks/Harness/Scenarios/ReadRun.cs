using Harness.Load;
using Harness.Register;
using Harness.Reporting;

namespace Harness.Scenarios;

/// <summary>Scenarios a, b, d and e: the server against the peer over one file.</summary>
internal static class ReadRun
{
    private const double MostMegabytes = 200;
    private const double MostCpuOfUnitList = 5;

    private static readonly Scenario[] All = [Scenario.PersonsPage, Scenario.PersonByIdNumber, Scenario.UnitList, Scenario.BareTypename];

    public static async Task RunAsync(Bench bench)
    {
        var wanted = All.Where(scenario => bench.Options.Wants(scenario.Key)).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var directory = bench.Copy("reads");
        using var server = bench.StartServer(directory);
        using var peer = bench.StartPeer(directory, server);
        using var register = new RegisterFile(directory);
        var holders = register.Holders(bench.Options.Persons);
        var pair = new Pair(server, peer, bench.Options);
        foreach (var scenario in wanted)
        {
            var bodies = scenario.Bodies(holders);
            var toServer = await RequestRing.OfAsync(server, scenario.Client, scenario.Purpose, bodies);
            var toPeer = await RequestRing.OfAsync(peer, scenario.Client, scenario.Purpose, bodies);
            var agreement = Agreement.Of(pair, toServer, toPeer);
            var rounds = pair.Compare(toServer, toPeer);
            bench.Report.AddRounds($"{scenario.Key}: {scenario.Title}", pair, rounds, agreement);
            AddVerdicts(bench, scenario, rounds);
        }
    }

    private static void AddVerdicts(Bench bench, Scenario scenario, IReadOnlyList<Round> rounds)
    {
        var (report, log) = (bench.Report, bench.Options.WithoutReadLog ? "without the read log" : "with the read log");
        var ratio = Median.Of(rounds.Select(round => round.CpuRatio));
        switch (scenario.Key)
        {
            case "a":
                var mostOfPage = bench.Options.WithoutReadLog ? 1.3 : 1.6;
                report.AddVerdict("a", Numbers.Ratio(ratio) + " the peer's CPU", $"≤ {Numbers.Ratio(mostOfPage)} {log}", ratio <= mostOfPage);
                break;
            case "b":
                var mostOfLookUp = bench.Options.WithoutReadLog ? 1.8 : 2.4;
                report.AddVerdict("b", Numbers.Ratio(ratio) + " the peer's CPU", $"≤ {Numbers.Ratio(mostOfLookUp)} {log}", ratio <= mostOfLookUp);
                var megabytes = rounds.Max(round => round.First.Megabytes);
                report.AddVerdict("memory after a, b", Numbers.Short(megabytes) + " MB", "≤ 200 MB", megabytes <= MostMegabytes);
                break;
            case "d":
                var cpu = Median.Of(rounds.Select(round => round.First.CpuPerThousand));
                report.AddVerdict("d", Numbers.Short(cpu) + " ms CPU", "≤ 5 ms CPU", cpu <= MostCpuOfUnitList);
                break;
            default:
                report.AddVerdict("e", Numbers.Ratio(ratio) + " the peer's CPU", "≤ 1.5×", ratio <= 1.5);
                break;
        }
    }
}
