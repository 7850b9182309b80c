using Persistence.Notices;

namespace SharingApi.Notices;

/// <summary>Applies what was accepted: woken by every acceptance, and at the start, for what a kill left in the inbox.</summary>
internal sealed partial class NoticeWorker(ApplyNotices apply, NoticeSignal signal, TimeProvider clock, ILogger<NoticeWorker> log)
    : BackgroundService
{
    // The bulk command accepts in a process of its own and cannot ring here.
    private static readonly TimeSpan LooksAnyway = TimeSpan.FromSeconds(1);

    // What arrives meanwhile is applied together: a round costs as much as several notices. The first never waits.
    private static readonly TimeSpan Gathers = TimeSpan.FromMilliseconds(50);

    // So many share the cost of a round well enough; to gather more would only leave the register idle.
    private const int Plenty = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Another thread's: the host goes on starting while the first look is under way.
        await Task.Yield();
        using var timer = clock.CreateTimer(_ => signal.Ring(), null, LooksAnyway, LooksAnyway);
        signal.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(stoppingToken);
                if (await apply.RunAsync(stoppingToken) < Plenty)
                {
                    await Task.Delay(Gathers, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The store is away or full. What is in the inbox stays there; the timer tries again.
                RoundFailed(fault.GetType().Name, fault.StackTrace);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The inbox could not be worked on and will be tried again: {Fault} {Place}")]
    private partial void RoundFailed(string fault, string? place);
}
