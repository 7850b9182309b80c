using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Writing;

namespace Persistence.Access;

/// <summary>Counts checks before they are made, durably, so that a restart gives nobody a second try.</summary>
/// <remarks>
/// It never asks whether somebody has the number: hit and miss cost the same and end at the same count. A certificate number
/// counts as the ID number inside it, or its category and level could be tried out one after another.
/// </remarks>
public sealed class CheckThrottle(WriteChannel channel, BlindIndex index, TimeProvider clock)
{
    private static readonly byte[] AllNumbers = [];

    /// <summary>Null where the check may be made, and then it is counted; otherwise the limit that is used up.</summary>
    public Task<UsedUp?> CountAsync(string client, IdNumber number, CancellationToken cancellationToken)
    {
        var day = Shanghai.DayOf(clock.GetUtcNow());
        var digest = index.OfIdNumber(number);
        return channel.RunAsync(
            async (db, cancellation) =>
            {
                var ofAll = await TallyAsync(db, client, day, AllNumbers, cancellation);
                var ofOne = await TallyAsync(db, client, day, digest, cancellation);
                if (ofAll.Count >= CheckTally.MostOfAll)
                {
                    return new UsedUp(CheckTally.MostOfAll, IsOfOneNumber: false);
                }

                if (ofOne.Count >= CheckTally.MostOfOneNumber)
                {
                    return new UsedUp(CheckTally.MostOfOneNumber, IsOfOneNumber: true);
                }

                ofAll.Count++;
                ofOne.Count++;
                return (UsedUp?)null;
            },
            cancellationToken);
    }

    private static async Task<CheckTally> TallyAsync(
        SharingDbContext db, string client, DateOnly day, byte[] number, CancellationToken cancellationToken)
    {
        if (await db.CheckTallies.FindAsync([client, day, number], cancellationToken) is { } known)
        {
            return known;
        }

        if (number.Length == 0)
        {
            // The client's first check of the day: what it asked before has no further use.
            await db.CheckTallies.Where(tally => tally.Client == client && tally.Day < day).ExecuteDeleteAsync(cancellationToken);
        }

        var tally = new CheckTally { Client = client, Day = day, Number = number, Count = 0 };
        db.CheckTallies.Add(tally);
        return tally;
    }
}

/// <summary>A daily limit that is used up.</summary>
/// <param name="Limit">Checks a day.</param>
/// <param name="IsOfOneNumber">Whether it is the limit of one number or that of all.</param>
public sealed record UsedUp(int Limit, bool IsOfOneNumber);
