using Domain.Access;
using Domain.Shared;
using Domain.StatusChanges;

namespace Domain.Delivery;

/// <summary>What the clock has receivers told between two instants (api.md 4): rights that began or ended, and the daily heartbeat.</summary>
public static class Agenda
{
    /// <summary>Everything that is due, in the order in which it came about.</summary>
    /// <param name="grants">The grants of applications for purposes with a feed.</param>
    /// <param name="after">Up to here all has been told.</param>
    /// <param name="now">Up to here, this instant included, it is due.</param>
    /// <remarks>
    /// Rights that turned more than once are told each time, two grants that take turns at one midnight once. Of the heartbeats only
    /// the last is due: nobody was alive at the midnights through which the server was down.
    /// </remarks>
    public static IReadOnlyList<AgendaItem> Between(IEnumerable<Grant> grants, DateTimeOffset after, DateTimeOffset now)
    {
        var turns =
            from grant in grants
            from turn in grant.Turns
            where after < turn && turn <= now
            select new AgendaItem(turn, StatusChangeType.GrantChanged, grant.Client, grant.Purpose);
        var midnight = Shanghai.MidnightOf(Shanghai.DayOf(now));
        IEnumerable<AgendaItem> heartbeat = after < midnight ? [new(midnight, StatusChangeType.Heartbeat, null, null)] : [];
        return
        [
            .. turns.Distinct().Concat(heartbeat)
                .OrderBy(item => item.At).ThenBy(item => item.Type)
                .ThenBy(item => item.Client, StringComparer.Ordinal).ThenBy(item => item.Purpose),
        ];
    }

    /// <summary>The next instant at which something will be due: a turn of rights, at the latest midnight in Shanghai.</summary>
    public static DateTimeOffset Next(IEnumerable<Grant> grants, DateTimeOffset now) => grants
        .SelectMany(grant => grant.Turns)
        .Where(turn => turn > now)
        .Append(Shanghai.MidnightOf(Shanghai.DayOf(now).AddDays(1)))
        .Min();
}

/// <summary>One thing to tell.</summary>
/// <param name="At">When it came about.</param>
/// <param name="Type"><c>GRANT_CHANGED</c> for one receiver, or <c>HEARTBEAT</c> for all.</param>
/// <param name="Client">Whom it concerns; null for all.</param>
/// <param name="Purpose">For which purpose; null for all.</param>
public readonly record struct AgendaItem(DateTimeOffset At, StatusChangeType Type, string? Client, Purpose? Purpose);
