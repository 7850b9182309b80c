using Domain.Access;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence;
using SharingApi.Notices;
using SharingApi.Notices.Intake;

namespace SharingApi.Hosting;

/// <summary><c>intake FILE --client NAME</c>: notices in bulk, by the rules of the API, with a report by line (api.md 1).</summary>
internal static class IntakeCommand
{
    private const string Client = "--client";
    private const string AllLines = "--all-lines";
    private const string Withdraw = "--withdraw";
    private const string Usage =
        "Use: intake FILE --client NAME [--all-lines] [--withdraw REASON]. The file is named .ndjson or .csv; docs/operating.md describes both.";

    /// <returns>0 where every line was taken, now or before; 1 where nothing could be done; 3 where lines were refused.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var arguments = CommandArguments.Read(args, [Client, Withdraw], [AllLines]);
        if (arguments is not { File: { } path } || arguments[Client] is not { } client ||
            (arguments.Has(Withdraw) && arguments[Withdraw] is null))
        {
            await errors.WriteLineAsync(Usage);
            return CommandLine.Misused;
        }

        await using var app = SharingServer.Compose([.. arguments.Settings]);
        await app.Services.GetRequiredService<StandingRegister>().OpenAsync(app.Environment.IsDevelopment(), CancellationToken.None);
        var sender = await SenderAsync(app, client);

        await using var file = CommandFiles.Open(path);
        var lines = NoticeFiles.Read(path, file).Succeeded(out var read, out var refusal)
            ? read.All
            : throw new ConfigurationFault($"{refusal.Reason} ({refusal.Code})");
        if (arguments[Withdraw] is { } reason)
        {
            lines = WholeFile.Withdrawn(lines, reason);
        }

        var report = new IntakeReport(output, arguments.Has(AllLines));
        await app.Services.GetRequiredService<IntakeNotices>().RunAsync(client, sender, lines, report.Tell, CancellationToken.None);
        report.Total();
        return report.Refused == 0 ? 0 : CommandLine.LinesRefused;
    }

    private static async Task<Department> SenderAsync(WebApplication app, string client)
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        var system = await db.Clients.AsNoTracking().SingleOrDefaultAsync(known => known.Id == client);
        return system switch
        {
            null => throw new ConfigurationFault("No client of this name is registered here."),
            { MaySend: false } => throw new ConfigurationFault("This client does not send notices: only departments' systems do."),
            _ => system.Department,
        };
    }
}

/// <summary>The report of an intake: line numbers, states and codes, nothing of what the lines say.</summary>
internal sealed class IntakeReport(TextWriter output, bool tellsAllLines)
{
    private readonly Dictionary<ReceiptState, int> _counts = [];

    public int Refused => Count(ReceiptState.Refused);

    public void Tell(LineReceipt receipt)
    {
        _counts[receipt.State] = Count(receipt.State) + 1;
        if (tellsAllLines || receipt.State == ReceiptState.Refused)
        {
            var findings = receipt.Findings.Select(finding => finding.Field is { } field ? $"{finding.Code}({field})" : finding.Code);
            output.WriteLine($"line {receipt.Line}: {string.Join(' ', [ApiName.Of(receipt.State), .. findings])}");
        }
    }

    public void Total() => output.WriteLine(
        $"{Count(ReceiptState.Accepted)} accepted, {Count(ReceiptState.Duplicate)} sent before, {Refused} refused. " +
        "A server applies what was accepted: the one that runs here, within seconds, or the next that starts.");

    private int Count(ReceiptState state) => _counts.GetValueOrDefault(state);
}
