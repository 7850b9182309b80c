using System.Diagnostics;
using Harness.Load;
using Harness.Subjects;

namespace Harness.Scenarios;

/// <summary>One subject in one round.</summary>
/// <param name="PerSecond">Requests, or notices, a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="CpuPerThousand">Seconds of processor time of the server alone for 1,000 requests, or notices.</param>
/// <param name="Megabytes">Resident at the end of the round.</param>
/// <param name="Failures">Answers with an error; the first is printed as it comes.</param>
internal sealed record Figures(
    double PerSecond, double P50, double P99, double CpuPerThousand, double Megabytes, int Failures)
{
    /// <summary>Runs a load and reads before and after what the server's process took.</summary>
    /// <param name="subject">The server.</param>
    /// <param name="load">Drives it.</param>
    /// <param name="units">What counts of a request: 1, or the notices in it.</param>
    /// <param name="settle">Waits for work that the answers did not wait for; its time counts.</param>
    public static Figures Measure(Subject subject, Func<LoadResult> load, int units = 1, Action? settle = null)
    {
        var before = subject.Figures;
        var began = Stopwatch.GetTimestamp();
        var result = load();
        settle?.Invoke();
        var elapsed = settle is null ? result.Elapsed : Stopwatch.GetElapsedTime(began);
        var after = subject.Figures;
        var count = result.Latencies.Count * (double)units;
        if (result.FirstFailure is { } failure)
        {
            Console.WriteLine($"{subject.Name}: {result.Failures} failures, the first: {failure}");
        }

        return new Figures(
            count / elapsed.TotalSeconds,
            result.Latencies.Percentile(0.50),
            result.Latencies.Percentile(0.99),
            (after.CpuSeconds - before.CpuSeconds) / count * 1000,
            after.ResidentMegabytes,
            result.Failures);
    }
}

/// <summary>Two subjects, one after the other.</summary>
internal sealed record Round(Figures First, Figures Second)
{
    public double CpuRatio => First.CpuPerThousand / Second.CpuPerThousand;

    public double RateRatio => First.PerSecond / Second.PerSecond;
}
