using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Persistence;
using Persistence.Access;

namespace SharingApi.Access;

/// <summary>The caller, as the register knows it.</summary>
internal sealed record Viewer(ClientSystem Client, IReadOnlyList<ViewerPurpose> Purposes);

/// <summary>A purpose that the caller may name now, and what it discloses.</summary>
/// <param name="Disclosure">What the purpose discloses.</param>
/// <param name="Lag">Feed entries that were not acknowledged yet; null where the purpose has no feed.</param>
/// <param name="PersonsToday">Persons disclosed today; null where no limit asks for a count.</param>
internal sealed record ViewerPurpose(Disclosure Disclosure, int? Lag, int? PersonsToday);

/// <summary>Tells a caller about itself.</summary>
internal sealed class Viewers(Disclosures disclosures, IDbContextFactory<SharingDbContext> contexts, TimeProvider clock)
{
    public async Task<Viewer?> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (disclosures.ClientOf(caller.Client) is not { } client)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lags = await db.Receivers.AsNoTracking()
            .Where(receiver => receiver.Client == client.Id)
            .ToDictionaryAsync(
                receiver => receiver.Purpose,
                receiver => (int)(receiver.LastSequence - receiver.AcknowledgedSequence),
                cancellationToken);
        var now = clock.GetUtcNow();
        var purposes = new List<ViewerPurpose>();
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            if (disclosures.For(caller, purpose, now).Succeeded(out var disclosure, out _))
            {
                int? counted = disclosure is { Volume.PersonsPerDay: not null, Grant: { } grant }
                    ? await VolumeLedger.TodayAsync(db, grant, now, cancellationToken)
                    : null;
                purposes.Add(new ViewerPurpose(disclosure, lags.TryGetValue(purpose, out var lag) ? lag : null, counted));
            }
        }

        return new Viewer(client, purposes);
    }
}
