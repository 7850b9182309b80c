using Harness.Load;
using Harness.Register;
using Harness.Reporting;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>Scenario c: deaths of holders, counted as done when they are applied, not when they are accepted.</summary>
internal static class NoticeRun
{
    public const string Client = "public-security";
    public const string Purpose = "LIFE_SYNC";

    private const int BatchSize = 50;

    /// <summary>The road of a notice is wide: it is compiled to its last form after some 15 s of singles, not after one round.</summary>
    private const int WarmRounds = 4;

    private const double LeastOfBatches = 1_500;

    public static async Task RunAsync(Bench bench)
    {
        if (!bench.Options.Wants("c"))
        {
            return;
        }

        var directory = bench.Copy("notices");
        using var server = bench.StartServer(directory);
        using var peer = bench.StartPeer(directory, server);
        using var register = new RegisterFile(directory);
        var token = await server.TokenAsync(Client);

        // Each round has deaths of its own, and ends early when all are reported. The first of each kind warm up.
        var each = bench.Options.Rounds + WarmRounds;
        var holders = register.Holders(bench.Options.Persons);
        var deaths = holders.Chunk(holders.Count / (2 * each) / BatchSize * BatchSize).ToList();
        Singles(bench, new Pair(server, peer, bench.Options), token, register, deaths[..each]);
        Batches(bench, server, token, register, deaths[each..(2 * each)]);
    }

    private static void Singles(Bench bench, Pair pair, string token, RegisterFile register, List<Holder[]> deaths)
    {
        var rounds = deaths.Select(holders =>
        {
            var bodies = new NoticeBodies(holders);
            var server = Measure(bench, pair.First, token, bodies, 1, register);
            var peer = Measure(bench, pair.Second, token, new NoticeBodies(holders), 1, null);
            return (Round: new Round(server, peer), bodies.Used);
        }).ToList();
        bench.Report.AddRounds(
            "c: deaths of holders one by one, server until applied, peer one durable insert", pair, [.. rounds.Skip(WarmRounds).Select(r => r.Round)], null);
        var ratio = Median.Of(rounds.Skip(WarmRounds).Select(round => round.Round.RateRatio));
        bench.Report.AddVerdict("c, singles", Numbers.Ratio(ratio) + " the peer's rate", "≥ 1×", ratio >= 1);
        AddApplied(bench.Report, register.Deceased(), rounds.Sum(round => round.Used));
    }

    private static void Batches(Bench bench, Subject server, string token, RegisterFile register, List<Holder[]> deaths)
    {
        var before = register.Deceased();
        var rounds = deaths.Select(holders =>
        {
            var bodies = new NoticeBodies(holders);
            return (Figures: Measure(bench, server, token, bodies, BatchSize, register), bodies.Used);
        }).ToList();
        bench.Report.AddFigures(
            "c: deaths of holders in batches of 50, until applied; per notice, latencies per batch", [.. rounds.Skip(WarmRounds).Select(r => r.Figures)]);
        var rate = Median.Of(rounds.Skip(WarmRounds).Select(round => round.Figures.PerSecond));
        bench.Report.AddVerdict("c, batches of 50", Numbers.Short(rate) + " notices/s", "≥ 1,500/s", rate >= LeastOfBatches);
        AddApplied(bench.Report, register.Deceased() - before, rounds.Sum(round => round.Used));
    }

    private static void AddApplied(Report report, long applied, int reported)
    {
        report.AddLine($"Applied {applied} of {reported} deaths.");
        report.AddLine("");
    }

    /// <param name="bench">The options.</param>
    /// <param name="subject">Who is told.</param>
    /// <param name="token">Of the sender.</param>
    /// <param name="bodies">The deaths.</param>
    /// <param name="batch">How many in a request.</param>
    /// <param name="register">Where the effects show; null for a subject that has none.</param>
    public static Figures Measure(
        Bench bench, Subject subject, string token, NoticeBodies bodies, int batch, RegisterFile? register) =>
        Figures.Measure(
            subject,
            () => Run(subject, token, bodies, batch, bench.Options.RoundTime),
            batch,
            register is null ? null : () => Inbox.AwaitEmpty(register));

    private static LoadResult Run(Subject subject, string token, NoticeBodies bodies, int batch, TimeSpan time) =>
        ClosedLoop.Run(subject.Address, Pair.Connections, time, () =>
            bodies.Next(batch) is { } body ? HttpRequest.Post(subject.Address, token, Purpose, body) : null);
}
