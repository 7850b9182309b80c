using System.Globalization;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.StatusChanges;
using SharingApi.Tests.Stories;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>A server over one register that is started again on later days: time passes as an operator lets it (api.md 1).</summary>
internal sealed class AppInTime : IAsyncDisposable
{
    private readonly string[] _settings;

    private AppInTime(SharingApp app, DateOnly today, string[] settings) => (App, Today, _settings) = (app, today, settings);

    public SharingApp App { get; private set; }

    public DateOnly Today { get; private set; }

    public static async Task<AppInTime> StartAsync(string day, params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("sharing-").FullName;
        return new(await SharingApp.StartInAsync(directory, [StartOn(day), .. settings]), DayOf(day), settings);
    }

    /// <summary>Starts again at ten in the morning of a later day; when it returns, every clock has run.</summary>
    public async Task ToAsync(string day)
    {
        await App.StopAsync();
        App = await SharingApp.StartInAsync(App.DataDirectory, [StartOn(day), .. _settings]);
        Today = DayOf(day);
        await App.Services.GetRequiredService<DailyClocks>().RunAsync(CancellationToken.None);
    }

    /// <summary>Sends notices, and waits until they are applied.</summary>
    public async Task ReportAsync(IEnumerable<(string Client, object Notice)> notices)
    {
        foreach (var sender in notices.GroupBy(sent => sent.Client, StringComparer.Ordinal))
        {
            foreach (var some in sender.Select(sent => sent.Notice).Chunk(1_000))
            {
                await Reporting.ReportAsync(App, sender.Key, some);
            }
        }

        await AppliedAsync();
    }

    public Task<int> AppliedAsync() => Eventually.Async(
        async () =>
        {
            await using var db = await App.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
            return await db.Inbox.CountAsync();
        },
        waiting => waiting == 0,
        TimeSpan.FromMinutes(1));

    /// <summary>The register holds together, whatever the test has done to it.</summary>
    public async Task VerifiesAsync()
    {
        var (exitCode, lines) = await Commands.RunAsync(App.DataDirectory, "verify");
        Assert.True(exitCode == 0, string.Join('\n', lines));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static string StartOn(string day) => $"Clock:Start={Shanghai.MidnightOf(DayOf(day)).AddHours(10).UtcDateTime:O}";

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
