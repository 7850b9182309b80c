using System.Diagnostics;

namespace Harness.Load;

/// <summary>The latencies of many requests, sorted.</summary>
internal sealed class Latencies
{
    private readonly long[] _ticks;

    private Latencies(long[] ticks) => _ticks = ticks;

    public int Count => _ticks.Length;

    public static Latencies Of(IEnumerable<long> stopwatchTicks)
    {
        var ticks = stopwatchTicks.ToArray();
        Array.Sort(ticks);
        return new Latencies(ticks);
    }

    /// <summary>The latency in milliseconds that this share of the requests did not exceed.</summary>
    public double Percentile(double share) => _ticks.Length == 0
        ? double.NaN
        : _ticks[Math.Max((int)Math.Ceiling(share * _ticks.Length) - 1, 0)] * 1000.0 / Stopwatch.Frequency;
}
