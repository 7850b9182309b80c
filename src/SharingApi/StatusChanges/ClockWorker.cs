using Domain.Shared;
using Persistence.Access;
using Persistence.StatusChanges;

namespace SharingApi.StatusChanges;

/// <summary>Runs the clocks of the register at the start and at every midnight in Shanghai.</summary>
internal sealed partial class ClockWorker(
    DailyClocks clocks, AccessRequestClocks requests, TimeProvider clock, ILogger<ClockWorker> log) : BackgroundService
{
    // A host may sleep through midnight, and Development may set the time: looking is cheaper than reckoning.
    private static readonly TimeSpan Looks = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Looks, clock);
        DateOnly? ranOn = null;
        do
        {
            var today = Shanghai.DayOf(clock.GetUtcNow());
            if (ranOn == today)
            {
                continue;
            }

            try
            {
                await clocks.RunAsync(stoppingToken);
                await requests.RunAsync(stoppingToken);
                ranOn = today;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The store is away or full: the next look tries again, and no clock loses a day by it.
                RunFailed(fault.GetType().Name, fault.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Error, "The clocks could not be run and will be tried again: {Fault} {Place}")]
    private partial void RunFailed(string fault, string? place);
}
