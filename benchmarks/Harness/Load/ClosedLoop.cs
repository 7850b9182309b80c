using System.Diagnostics;
using System.Net;

namespace Harness.Load;

/// <summary>Drives a server with some connections, each of which sends its next request when it has the last answer.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs until the time is over or the requests are.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="duration">How long; answers that are still out are waited for.</param>
    /// <param name="next">The next request; null when there are no more. Called from several threads.</param>
    /// <param name="pace">Least time between two requests of a connection; zero for as fast as it goes.</param>
    /// <param name="stop">Ends the loop early.</param>
    public static LoadResult Run(
        IPEndPoint server,
        int connections,
        TimeSpan duration,
        Func<byte[]?> next,
        TimeSpan pace = default,
        CancellationToken stop = default)
    {
        var tracks = new Track[connections];
        var threads = new Thread[connections];
        using var start = new ManualResetEventSlim();
        var deadline = long.MaxValue;
        for (var i = 0; i < connections; i++)
        {
            var track = tracks[i] = new Track();
            threads[i] = new Thread(() =>
            {
                try
                {
                    using var connection = new Connection(server);
                    start.Wait(CancellationToken.None);
                    track.Run(connection, next, Volatile.Read(ref deadline), pace, stop);
                }
                catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
                {
                    track.Fail(fault.Message);
                }
            });
            threads[i].Start();
        }

        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref deadline, began + (long)(duration.TotalSeconds * Stopwatch.Frequency));
        start.Set();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        return new LoadResult(
            Stopwatch.GetElapsedTime(began),
            Latencies.Of(tracks.SelectMany(track => track.Ticks)),
            tracks.Sum(track => track.Failures),
            tracks.Select(track => track.FirstFailure).FirstOrDefault(failure => failure is not null));
    }

    private sealed class Track
    {
        private const int SnippetLength = 400;

        public List<long> Ticks { get; } = new(100_000);

        public int Failures { get; private set; }

        public string? FirstFailure { get; private set; }

        public void Run(Connection connection, Func<byte[]?> next, long deadline, TimeSpan pace, CancellationToken stop)
        {
            var between = (long)(pace.TotalSeconds * Stopwatch.Frequency);
            while (!stop.IsCancellationRequested && Stopwatch.GetTimestamp() < deadline && next() is { } request)
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = connection.Exchange(request);
                var took = Stopwatch.GetTimestamp() - sent;
                Ticks.Add(took);
                if (!answer.IsGood)
                {
                    var text = answer.Text();
                    Fail($"{answer.Status} {text[..Math.Min(text.Length, SnippetLength)]}");
                }

                if (between > took)
                {
                    Thread.Sleep(TimeSpan.FromSeconds((between - took) / (double)Stopwatch.Frequency));
                }
            }
        }

        public void Fail(string failure)
        {
            Failures++;
            FirstFailure ??= failure;
        }
    }
}

/// <summary>What a loop saw.</summary>
/// <param name="Elapsed">From the first request sent to the last answer read.</param>
/// <param name="Latencies">Of all requests.</param>
/// <param name="Failures">Answers with an error, and connections lost. A round with any is no measurement.</param>
/// <param name="FirstFailure">What the first of them said.</param>
internal sealed record LoadResult(TimeSpan Elapsed, Latencies Latencies, int Failures, string? FirstFailure)
{
    public double RequestsPerSecond => Latencies.Count / Elapsed.TotalSeconds;
}
