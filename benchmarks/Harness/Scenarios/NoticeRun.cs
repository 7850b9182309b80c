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
        var holders = register.Holders(bench.Options.Persons);
        var half = holders.Count / 2;
        Singles(bench, new Pair(server, peer, bench.Options), token, register, [.. holders.Take(half)]);
        Batches(bench, server, token, register, [.. holders.Skip(half)]);
    }

    private static void Singles(Bench bench, Pair pair, string token, RegisterFile register, IReadOnlyList<Holder> holders)
    {
        // The peer takes anybody's death any number of times: it gets the same persons again.
        var toServer = new NoticeBodies(holders);
        var toPeer = new NoticeBodies(holders);
        Run(pair.First, token, toServer, 1, bench.Options.WarmUp);
        Run(pair.Second, token, toPeer, 1, bench.Options.WarmUp);
        Inbox.AwaitEmpty(register);
        var rounds = Enumerable.Range(0, bench.Options.Rounds).Select(_ => new Round(
            Figures.Measure(
                pair.First, () => Run(pair.First, token, toServer, 1, bench.Options.RoundTime), 1, () => Inbox.AwaitEmpty(register)),
            Figures.Measure(pair.Second, () => Run(pair.Second, token, toPeer, 1, bench.Options.RoundTime)))).ToList();
        bench.Report.AddRounds("c: deaths of holders one by one, server until applied, peer one durable insert", pair, rounds, null);
        var ratio = Median.Of(rounds.Select(round => round.RateRatio));
        bench.Report.AddVerdict("c, singles", Numbers.Ratio(ratio) + " the peer's rate", "≥ 1×", ratio >= 1);
        bench.Report.AddLine($"Applied {register.Deceased()} of {toServer.Used} deaths.");
    }

    private static void Batches(Bench bench, Subject server, string token, RegisterFile register, IReadOnlyList<Holder> holders)
    {
        var before = register.Deceased();
        var bodies = new NoticeBodies(holders);
        Run(server, token, bodies, BatchSize, bench.Options.WarmUp);
        Inbox.AwaitEmpty(register);
        var figures = Enumerable.Range(0, bench.Options.Rounds).Select(_ => Figures.Measure(
            server,
            () => Run(server, token, bodies, BatchSize, bench.Options.RoundTime),
            BatchSize,
            () => Inbox.AwaitEmpty(register))).ToList();
        bench.Report.AddFigures("c: deaths of holders in batches of 50, until applied; per notice, latencies per batch", figures);
        var rate = Median.Of(figures.Select(figure => figure.PerSecond));
        bench.Report.AddVerdict("c, batches of 50", Numbers.Short(rate) + " notices/s", "≥ 1,500/s", rate >= LeastOfBatches);
        bench.Report.AddLine($"Applied {register.Deceased() - before} of {bodies.Used} deaths.");
    }

    private static LoadResult Run(Subject subject, string token, NoticeBodies bodies, int batch, TimeSpan time) =>
        ClosedLoop.Run(subject.Address, Pair.Connections, time, () =>
            bodies.Next(batch) is { } body ? HttpRequest.Post(subject.Address, token, Purpose, body) : null);
}
