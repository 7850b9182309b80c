using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence.Writing;

namespace Persistence.Access;

/// <summary>Counts the persons that a grant discloses in a day, durably: before an answer is made, and again when it is known.</summary>
/// <remarks>
/// Room for all that an answer could disclose is taken beforehand, by the document alone, so that hit and miss are refused alike; what
/// was not used is given back. Where the process dies in between, the room stays taken until midnight: never too much is disclosed.
/// </remarks>
public sealed class VolumeLedger(WriteChannel channel, TimeProvider clock)
{
    /// <summary>Takes room for an answer; or says how much is left.</summary>
    public Task<Outcome<VolumeRoom>> TakeAsync(Guid grant, int limit, int persons, CancellationToken cancellationToken)
    {
        var day = Shanghai.DayOf(clock.GetUtcNow());
        return channel.RunAsync<Outcome<VolumeRoom>>(
            async (db, cancellation) =>
            {
                var tally = await TallyAsync(db, grant, day, cancellation);

                // An answer that could disclose nobody yet, such as a feed's, still needs a place for one.
                if (tally.Count + Math.Max(persons, 1) > limit)
                {
                    return new Refusal("LIMIT_PERSONS", $"{Math.Max(0, limit - tally.Count)} persons are left today.");
                }

                tally.Count += persons;
                return new VolumeRoom(grant, day, limit, persons);
            },
            cancellationToken);
    }

    /// <summary>Counts who was disclosed, each once a day, and gives back the rest of the room. Not cancelled: the answer is made.</summary>
    /// <returns>False where more would be disclosed than the limit allows: then nobody is counted, and nobody may be disclosed.</returns>
    public Task<bool> SettleAsync(VolumeRoom room, IReadOnlyCollection<PersonId> persons) =>
        channel.RunAsync(
            async (db, cancellation) =>
            {
                var tally = await TallyAsync(db, room.Grant, room.Day, cancellation);
                tally.Count -= room.Persons;
                var known = await db.VolumePersons
                    .Where(person => person.GrantId == room.Grant && person.Day == room.Day && persons.Contains(person.PersonId))
                    .Select(person => person.PersonId)
                    .ToListAsync(cancellation);
                List<VolumePerson> added =
                [
                    .. persons.Except(known).Select(person => new VolumePerson { GrantId = room.Grant, Day = room.Day, PersonId = person }),
                ];
                if (tally.Count + added.Count > room.Limit)
                {
                    return false;
                }

                tally.Count += added.Count;
                await db.InsertAsync(added);
                return true;
            },
            CancellationToken.None);

    /// <summary>Persons counted on the day that it is now.</summary>
    public static async Task<int> TodayAsync(SharingDbContext db, Guid grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = Shanghai.DayOf(now);
        return await db.VolumeTallies.AsNoTracking()
            .Where(tally => tally.GrantId == grant && tally.Day == day)
            .Select(tally => tally.Count)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private static async Task<VolumeTally> TallyAsync(
        SharingDbContext db, Guid grant, DateOnly day, CancellationToken cancellationToken)
    {
        if (await db.VolumeTallies.FindAsync([grant, day], cancellationToken) is { } known)
        {
            return known;
        }

        // The grant's first use of the day: who was counted before has no further use.
        await db.VolumePersons.Where(person => person.GrantId == grant && person.Day < day).ExecuteDeleteAsync(cancellationToken);
        await db.VolumeTallies.Where(tally => tally.GrantId == grant && tally.Day < day).ExecuteDeleteAsync(cancellationToken);
        var tally = new VolumeTally { GrantId = grant, Day = day, Count = 0 };
        db.VolumeTallies.Add(tally);
        return tally;
    }
}

/// <summary>Room that an answer has taken under a grant's daily limit.</summary>
public sealed record VolumeRoom(Guid Grant, DateOnly Day, int Limit, int Persons);
