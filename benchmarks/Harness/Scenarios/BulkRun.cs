using Harness.Load;
using Harness.Register;
using Harness.Reporting;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>The night's bulk of a sender, with few holders or nothing but holders in it, beside calm live reading.</summary>
internal static class BulkRun
{
    private const int Notices = 120_000;
    private const int BatchSize = 500;
    private const int Senders = 2;

    private static readonly TimeSpan LivePace = TimeSpan.FromMilliseconds(20);

    /// <summary>Enough for five answers beyond the 99th percentile.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Bench bench)
    {
        if (!bench.Options.Wants("bulk"))
        {
            return;
        }

        await RunAsync(bench, "5 % holders", 20, 5_000);
        await RunAsync(bench, "all holders", 1, 1_500);
    }

    private static async Task RunAsync(Bench bench, string mix, int every, double least)
    {
        var directory = bench.Copy("bulk");
        using var server = bench.StartServer(directory);
        using var register = new RegisterFile(directory);
        var holders = register.Holders(bench.Options.Persons);
        var persons = Mix(holders, every);
        var token = await server.TokenAsync(NoticeRun.Client);
        var live = await RequestRing.OfAsync(
            server, Scenario.PersonByIdNumber.Client, Scenario.PersonByIdNumber.Purpose, Scenario.PersonByIdNumber.Bodies(holders));

        ClosedLoop.Run(server.Address, Pair.Connections, bench.Options.WarmUp, live.Next);
        var calm = ReadLive(server, live, Calm, CancellationToken.None);

        using var done = new CancellationTokenSource();
        LoadResult? busy = null;
        var reader = new Thread(() => busy = ReadLive(server, live, TimeSpan.FromHours(1), done.Token));
        reader.Start();
        var bodies = new NoticeBodies(persons);
        var figures = Figures.Measure(
            server,
            () => ClosedLoop.Run(server.Address, Senders, TimeSpan.FromHours(1), () =>
                bodies.Next(BatchSize) is { } body ? HttpRequest.Post(server.Address, token, NoticeRun.Purpose, body) : null),
            BatchSize,
            () => Inbox.AwaitEmpty(register));
        await done.CancelAsync();
        reader.Join();

        var (before, meanwhile) = (calm.Latencies.Percentile(0.99), busy!.Latencies.Percentile(0.99));
        bench.Report.AddFigures($"bulk: {Numbers.Whole(persons.Count)} notices, {mix}, until applied; per notice, latencies per batch of 500", [figures]);
        bench.Report.AddLine(
            $"Live reading (b, 50 a second at most): p99 {Numbers.Short(before)} ms before, {Numbers.Short(meanwhile)} ms meanwhile. " +
            $"Applied {register.Deceased()} deaths.");
        bench.Report.AddVerdict($"bulk, {mix}", Numbers.Short(figures.PerSecond) + " notices/s", $"≥ {Numbers.Whole(least)}/s", figures.PerSecond >= least);
        bench.Report.AddVerdict($"live p99 beside bulk, {mix}", Numbers.Ratio(meanwhile / before), "≤ 2×", meanwhile <= 2 * before);
    }

    private static List<Holder> Mix(IReadOnlyList<Holder> holders, int every)
    {
        var count = every == 1 ? Math.Min(Notices, holders.Count / BatchSize * BatchSize) : Notices;
        var strangers = Strangers.Make(count).ToList();
        return [.. Enumerable.Range(0, count).Select(i => i % every == 0 && i / every < holders.Count ? holders[i / every] : strangers[i])];
    }

    private static LoadResult ReadLive(Subject server, RequestRing live, TimeSpan time, CancellationToken stop) =>
        ClosedLoop.Run(server.Address, 1, time, live.Next, LivePace, stop);
}
