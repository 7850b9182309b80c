using Harness.Load;
using Harness.Register;
using Harness.Reporting;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>The server over a small and a big register: what a request costs must not depend on how many others there are.</summary>
internal static class GrowthRun
{
    private const double MostGrowth = 1.3;
    private const int PersonsKnown = 200_000;

    private static readonly Scenario[] Reads = [Scenario.PersonsPage, Scenario.PersonByIdNumber, Scenario.UnitListUncounted];

    public static async Task RunAsync(Bench bench)
    {
        if (!bench.Options.Wants("growth"))
        {
            return;
        }

        var large = DataDirectories.Copy(bench.ServerAssembly, bench.Options.LargePersons, bench.Options.Seed, "large");
        var small = bench.Copy("small");
        using var onLarge = bench.StartServer(large, Numbers.Whole(bench.Options.LargePersons));
        using var onSmall = bench.StartServer(small, Numbers.Whole(bench.Options.Persons));
        using var largeRegister = new RegisterFile(large);
        using var smallRegister = new RegisterFile(small);
        var pair = new Pair(onLarge, onSmall, bench.Options);
        var holdersOfLarge = largeRegister.Holders(PersonsKnown);
        var holdersOfSmall = smallRegister.Holders(PersonsKnown);
        foreach (var scenario in Reads)
        {
            var toLarge = await RequestRing.OfAsync(onLarge, scenario.Client, scenario.Purpose, scenario.Bodies(holdersOfLarge));
            var toSmall = await RequestRing.OfAsync(onSmall, scenario.Client, scenario.Purpose, scenario.Bodies(holdersOfSmall));
            Add(bench.Report, scenario.Key, scenario.Title, pair, pair.Compare(toLarge, toSmall));
        }

        var ofLarge = new NoticeBodies(holdersOfLarge);
        var ofSmall = new NoticeBodies(holdersOfSmall);
        var (largeToken, smallToken) = (await onLarge.TokenAsync(NoticeRun.Client), await onSmall.TokenAsync(NoticeRun.Client));

        // The first round warms up.
        var rounds = Enumerable.Range(0, bench.Options.Rounds + 1).Select(_ => new Round(
            Report(bench, onLarge, largeToken, ofLarge, largeRegister),
            Report(bench, onSmall, smallToken, ofSmall, smallRegister))).Skip(1).ToList();
        Add(bench.Report, "c", "deaths of holders one by one, until applied", pair, rounds);
    }

    private static Figures Report(Bench bench, Subject subject, string token, NoticeBodies bodies, RegisterFile register) =>
        Figures.Measure(
            subject,
            () => ClosedLoop.Run(subject.Address, Pair.Connections, bench.Options.RoundTime, () =>
                bodies.Next(1) is { } body ? HttpRequest.Post(subject.Address, token, NoticeRun.Purpose, body) : null),
            1,
            () => Inbox.AwaitEmpty(register));

    private static void Add(Report report, string key, string title, Pair pair, IReadOnlyList<Round> rounds)
    {
        report.AddRounds($"growth, {key}: {title}", pair, rounds, null);
        var ratio = Median.Of(rounds.Select(round => round.CpuRatio));
        report.AddVerdict($"growth, {key}", Numbers.Ratio(ratio) + " the CPU", "≤ 1.3×", ratio <= MostGrowth);
    }
}
