using System.Globalization;
using System.Runtime.InteropServices;

namespace Harness.Reporting;

/// <summary>Where a result was measured.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{processor}, {Environment.ProcessorCount} cores, {memory:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>Processes that wanted to run, on average over the last minute: what the neighbours did.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
