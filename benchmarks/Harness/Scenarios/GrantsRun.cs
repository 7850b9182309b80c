using Harness.Load;
using Harness.Register;
using Harness.Reporting;

namespace Harness.Scenarios;

/// <summary>Scenarios a, b, c and d on two servers over equal registers, one of them with many grants more: rights must cost nothing by their number.</summary>
internal static class GrantsRun
{
    /// <summary>What two equal servers differ by on a machine with neighbours.</summary>
    private const double Noise = 1.05;

    private const int BatchSize = 50;

    private static readonly Scenario[] Reads = [Scenario.PersonsPage, Scenario.PersonByIdNumber, Scenario.UnitList];

    public static async Task RunAsync(Bench bench)
    {
        var (loaded, plain) = (bench.Copy("many-grants"), bench.Copy("default-grants"));
        await ManyGrants.LoadAsync(loaded, bench.Options.Grants);
        using var many = bench.StartServer(loaded, FormattableString.Invariant($"{bench.Options.Grants} grants more"));
        using var few = bench.StartServer(plain, "default grants");
        using var registerOfMany = new RegisterFile(loaded);
        using var registerOfFew = new RegisterFile(plain);
        var holders = registerOfFew.Holders(bench.Options.Persons);
        var pair = new Pair(many, few, bench.Options);
        foreach (var scenario in Reads.Where(scenario => bench.Options.Wants(scenario.Key)))
        {
            await ReadAsync(bench, pair, scenario, holders);
        }

        if (bench.Options.Wants("c"))
        {
            await ReportAsync(bench, pair, registerOfMany, registerOfFew, holders);
        }
    }

    private static async Task ReadAsync(Bench bench, Pair pair, Scenario scenario, IReadOnlyList<Holder> holders)
    {
        var bodies = scenario.Bodies(holders);
        var toMany = await RequestRing.OfAsync(pair.First, scenario.Client, scenario.Purpose, bodies);
        var toFew = await RequestRing.OfAsync(pair.Second, scenario.Client, scenario.Purpose, bodies);
        var agreement = Agreement.Of(pair, toMany, toFew);
        var rounds = pair.Compare(toMany, toFew);
        bench.Report.AddRounds($"{scenario.Key} with many grants: {scenario.Title}", pair, rounds, agreement);
        AddVerdict(bench.Report, scenario.Key, Median.Of(rounds.Select(round => round.CpuRatio)));
    }

    private static async Task ReportAsync(
        Bench bench, Pair pair, RegisterFile registerOfMany, RegisterFile registerOfFew, IReadOnlyList<Holder> holders)
    {
        var tokens = (Many: await pair.First.TokenAsync(NoticeRun.Client), Few: await pair.Second.TokenAsync(NoticeRun.Client));

        // The first of them warms up.
        var chunks = holders.Chunk(holders.Count / (bench.Options.Rounds + 1) / BatchSize * BatchSize).Take(bench.Options.Rounds + 1);
        var rounds = chunks.Select(deaths => new Round(
            NoticeRun.Measure(bench, pair.First, tokens.Many, new NoticeBodies(deaths), BatchSize, registerOfMany),
            NoticeRun.Measure(bench, pair.Second, tokens.Few, new NoticeBodies(deaths), BatchSize, registerOfFew))).ToList();
        bench.Report.AddRounds("c with many grants: deaths of holders in batches of 50, until applied", pair, [.. rounds.Skip(1)], null);
        AddVerdict(bench.Report, "c", Median.Of(rounds.Skip(1).Select(round => round.CpuRatio)));
    }

    private static void AddVerdict(Report report, string scenario, double ratio) => report.AddVerdict(
        $"{scenario}, many grants", Numbers.Ratio(ratio) + " the CPU with the default grants", $"≤ {Numbers.Ratio(Noise)}", ratio <= Noise);
}
