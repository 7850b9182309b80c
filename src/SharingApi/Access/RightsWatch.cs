using Persistence.Delivery;

namespace SharingApi.Access;

/// <summary>Sees within a second that another node has changed the rights, or that time has, and has the receivers told of the latter.</summary>
internal sealed partial class RightsWatch(
    Disclosures disclosures, ReceiverClock receivers, TimeProvider clock, ILogger<RightsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        var (next, version) = (DateTimeOffset.MinValue, disclosures.Version);
        do
        {
            try
            {
                await disclosures.FollowAsync(stoppingToken);
                if (next <= clock.GetUtcNow() || version != disclosures.Version)
                {
                    version = disclosures.Version;
                    next = await receivers.RunAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The store is away: the next look tries again, and what is owed by then is owed still.
                Failed(log, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "The rights could not be looked at ({Kind}); it is tried again")]
    private static partial void Failed(ILogger log, string kind);
}
