using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Persistence.Writing;

namespace Persistence.Access;

/// <summary>Sets the clocks of access requests that ran into a year without a calendar, once that year's holiday notice is entered (domain 9).</summary>
public sealed partial class AccessRequestClocks(WriteChannel channel, ILogger<AccessRequestClocks> log)
{
    /// <summary>Sets what can be set, and raises an alarm over the rest. Running it again changes nothing.</summary>
    /// <returns>How many requests still have a clock without a day.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var withoutClock = await channel.RunAsync(SetAsync, cancellationToken);
        if (withoutClock > 0)
        {
            WithoutClock(withoutClock);
        }

        return withoutClock;
    }

    private static async Task<int> SetAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var waiting = await db.AccessRequests
            .Where(request =>
                (request.State == AccessRequestState.Open && request.DueOn == null) ||
                (request.State == AccessRequestState.Consented && request.ProvideBy == null))
            .ToListAsync(cancellationToken);
        waiting.ForEach(request => request.SetClocks());
        return waiting.Count(request => request.LacksCalendar);
    }

    [LoggerMessage(1, LogLevel.Critical, "{Count} access requests have no due date: the holiday notice of their year is not in the calendar. Enter it.")]
    private partial void WithoutClock(int count);
}
