using Domain.Shared;
using Microsoft.Extensions.Options;
using Persistence.Register;
using SharingApi.Register;

namespace SharingApi.Hosting;

/// <summary><c>import FILE.csv</c>: founds the register with an existing one, and reports by line (api.md 1).</summary>
internal static class ImportCommand
{
    private const string CheckOnly = "--check";
    private const string Usage = "Use: import FILE.csv [--check]. docs/operating.md describes the columns.";
    private const string Shown = "An existing register becomes the register of this server.";

    /// <returns>0 where every line was taken; 1 where nothing could be done; 3 where lines were refused, the others taken.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var arguments = CommandArguments.Read(args, [], [CheckOnly]);
        if (arguments.File is not { } path)
        {
            await errors.WriteLineAsync(Usage);
            return CommandLine.Misused;
        }

        await using var app = SharingServer.Compose([.. arguments.Settings]);
        var clock = app.Services.GetRequiredService<IOptions<ClockOptions>>().Value;
        clock.Set(app.Services.GetRequiredService<SharingClock>(), lastStored: null, app.Environment.IsDevelopment());
        await using var file = CommandFiles.Open(path);
        var import = app.Services.GetRequiredService<ImportRegister>();
        var report = new ImportReport(output);
        var list = ValueOrFault(import.Check(file, report.Tell));
        if (!arguments.Has(CheckOnly) && list.Count > 0)
        {
            Outcome<FoundRegister> outcome = default;
            await FoundingProgress.OnConsoleAsync(
                Shown,
                async progress => outcome = await import.RunAsync(file, list, progress, CancellationToken.None));
            ValueOrFault(outcome);
        }

        report.Total(list.Count, isImported: !arguments.Has(CheckOnly));
        return report.Refused == 0 && list.Count > 0 ? 0 : CommandLine.LinesRefused;
    }

    private static T ValueOrFault<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.Succeeded(out var value, out var refusal) ? value : throw new ConfigurationFault($"{refusal.Reason} ({refusal.Code})");
}

/// <summary>The report of an import: line numbers and codes, nothing of what the lines say.</summary>
internal sealed class ImportReport(TextWriter output)
{
    private int _remarked;

    public int Refused { get; private set; }

    public void Tell(HolderLine line)
    {
        var isRefused = line.Holder is null;
        Refused += isRefused ? 1 : 0;
        _remarked += isRefused ? 0 : 1;
        var findings = line.Findings
            .Where(finding => !isRefused || finding.Severity == Severity.Error)
            .Select(finding => finding.Field is { } field ? $"{finding.Code}({field})" : finding.Code);
        output.WriteLine($"line {line.Line}: {(isRefused ? "REFUSED" : "TAKEN")} {string.Join(' ', findings)}");
    }

    public void Total(int taken, bool isImported) => output.WriteLine(
        $"{taken} persons {(isImported ? "imported" : "can be imported")}, {_remarked} of them with a remark; {Refused} lines refused.");
}
