using System.Globalization;
using Domain.Shared;
using Harness;
using Harness.Reporting;
using Harness.Scenarios;
using Harness.Subjects;

if (HarnessOptions.Read(args) is not { } options)
{
    Console.WriteLine(HarnessOptions.Usage);
    return 1;
}

var bench = new Bench(options, Builds.Server(options.WithoutReadLog), Builds.Peer(), new Report());
try
{
    if (options.Grants > 0)
    {
        await GrantsRun.RunAsync(bench);
    }
    else
    {
        await ReadRun.RunAsync(bench);
        await NoticeRun.RunAsync(bench);
        await BulkRun.RunAsync(bench);
        await ColdStartRun.RunAsync(bench);
        await GrowthRun.RunAsync(bench);
    }
}
catch (Exception fault)
{
    // Caught, whatever it is, so that the servers under way are ended: an unhandled one would leave them behind.
    await Console.Error.WriteLineAsync(fault.ToString());
    return 1;
}

var today = Shanghai.DayOf(TimeProvider.System.GetUtcNow());
Directory.CreateDirectory(Folders.Results);
var kind = options switch
{
    { Grants: > 0 } => "-grants",
    { WithoutReadLog: true } => "-without-log",
    _ => "",
};
var file = Path.Combine(Folders.Results, $"{today.ToString("O", CultureInfo.InvariantCulture)}-{options.Machine}{kind}.md");
await File.WriteAllTextAsync(file, bench.Report.Text(options, today));
Console.WriteLine($"Written: {Path.GetRelativePath(Folders.Repository, file)}");
return 0;
