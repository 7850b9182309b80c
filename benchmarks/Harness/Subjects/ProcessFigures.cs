using System.Globalization;

namespace Harness.Subjects;

/// <summary>What a process has taken so far, as the kernel counts it.</summary>
/// <param name="CpuSeconds">User and system time of all its threads.</param>
/// <param name="ResidentMegabytes">Memory that it holds now.</param>
internal readonly record struct ProcessFigures(double CpuSeconds, double ResidentMegabytes)
{
    // USER_HZ, the unit of /proc/PID/stat: 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;
    private const double PageSize = 4096;

    public static ProcessFigures Of(int processId)
    {
        var text = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");

        // The command's name may contain anything but ends at the last parenthesis; the state, field 3, follows it.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[11]) + Number(fields[12]);
        return new ProcessFigures(ticks / TicksPerSecond, Number(fields[21]) * PageSize / 1_000_000);
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
