using System.Globalization;
using System.Text;
using Harness.Scenarios;

namespace Harness.Reporting;

/// <summary>Gathers results as Markdown and prints each as soon as it is there.</summary>
internal sealed class Report
{
    private readonly StringBuilder _details = new();
    private readonly StringBuilder _verdicts = new();
    private readonly string _loadAtStart = Machine.Load();

    /// <summary>Two subjects, round by round, with the ratios and their medians.</summary>
    public void AddRounds(string title, Pair pair, IReadOnlyList<Round> rounds, Agreement? agreement)
    {
        AddLine($"## {title}");
        AddLine("");
        AddLine($"| round | {pair.First.Name}: per s | p50 ms | p99 ms | CPU s/1,000 | MB | {pair.Second.Name}: per s | p50 ms | p99 ms | CPU s/1,000 | MB | CPU ratio | rate ratio |");
        AddLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var i = 0; i < rounds.Count; i++)
        {
            AddRow((i + 1).ToString(CultureInfo.InvariantCulture), rounds[i]);
        }

        var ratios = $"{Numbers.Ratio(Median.Of(rounds.Select(r => r.CpuRatio)))} | {Numbers.Ratio(Median.Of(rounds.Select(r => r.RateRatio)))}";
        AddLine($"| **median** | {Cells(rounds.Select(r => r.First))} | {Cells(rounds.Select(r => r.Second))} | {ratios} |");
        AddLine("");
        if (agreement is not null)
        {
            AddLine($"Answers compared byte for byte: {agreement.Compared}, different: {agreement.Different}.");
        }

        AddFailures(rounds.SelectMany<Round, Figures>(round => [round.First, round.Second]));
    }

    /// <summary>The server alone.</summary>
    public void AddFigures(string title, IReadOnlyList<Figures> figures)
    {
        AddLine($"## {title}");
        AddLine("");
        AddLine("| round | per s | p50 ms | p99 ms | CPU s/1,000 | MB |");
        AddLine("|---|---|---|---|---|---|");
        for (var i = 0; i < figures.Count; i++)
        {
            AddLine($"| {i + 1} | {Cells([figures[i]])} |");
        }

        AddLine("");
        AddFailures(figures);
    }

    public void AddStarts(string title, IReadOnlyList<ColdStart> server, IReadOnlyList<ColdStart> peer)
    {
        AddLine($"## {title}");
        AddLine("");
        AddLine("| try | server: s | CPU s | MB | peer: s | CPU s | MB |");
        AddLine("|---|---|---|---|---|---|---|");
        for (var i = 0; i < server.Count; i++)
        {
            AddLine($"| {i + 1} | {Cells(server[i])} | {Cells(peer[i])} |");
        }

        AddLine("");
    }

    /// <summary>One line of the summary.</summary>
    public void AddVerdict(string scenario, string measured, string target, bool isMet) =>
        _verdicts.Append(CultureInfo.InvariantCulture, $"| {scenario} | {measured} | {target} | {(isMet ? "yes" : "**no**")} |\n");

    public void AddLine(string line)
    {
        Console.WriteLine(line);
        _details.Append(line).Append('\n');
    }

    /// <summary>The whole result: what and where, the summary, then every table.</summary>
    public string Text(HarnessOptions options, DateOnly day) =>
        $"""
        # Measured on {day.ToString("O", CultureInfo.InvariantCulture)}

        {Machine.Describe()}. Load average {_loadAtStart} at the start, {Machine.Load()} at the end.
        {Numbers.Whole(options.Persons)} persons, seed {options.Seed}; {options.Rounds} rounds of {options.RoundTime.TotalSeconds} s for each of the two,
        in turns; {Pair.Connections} connections, closed loop, client on the same cores. Processor time is the server process alone. Absolute rates
        depend on the neighbours: only the ratios are worth quoting.{(options.WithoutReadLog ? " **A build without the read log, to see what the log costs.**" : "")}

        | scenario | measured | target | met |
        |---|---|---|---|
        {_verdicts}
        {_details}
        """.TrimEnd() + "\n";

    private static string Cells(IEnumerable<Figures> figures)
    {
        var all = figures.ToList();
        return string.Join(" | ", new Func<Figures, double>[] { f => f.PerSecond, f => f.P50, f => f.P99, f => f.CpuPerThousand, f => f.Megabytes }
            .Select(figure => Numbers.Short(Median.Of(all.Select(figure)))));
    }

    private static string Cells(ColdStart start) =>
        $"{Numbers.Short(start.Seconds)} | {Numbers.Short(start.CpuSeconds)} | {Numbers.Short(start.Megabytes)}";

    private void AddRow(string name, Round round) => AddLine(
        $"| {name} | {Cells([round.First])} | {Cells([round.Second])} | {Numbers.Ratio(round.CpuRatio)} | {Numbers.Ratio(round.RateRatio)} |");

    private void AddFailures(IEnumerable<Figures> figures)
    {
        if (figures.Sum(figure => figure.Failures) is > 0 and var failures)
        {
            AddLine($"**{failures} requests failed: this is no measurement.**");
        }

        AddLine("");
    }
}
