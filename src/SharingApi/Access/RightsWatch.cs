namespace SharingApi.Access;

/// <summary>Sees within a second that another node has changed the rights.</summary>
internal sealed partial class RightsWatch(Disclosures disclosures, TimeProvider clock, ILogger<RightsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await disclosures.FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                Failed(log, failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The version of the rights could not be read ({Kind}); it is tried again")]
    private static partial void Failed(ILogger log, string kind);
}
