using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>The order of record: counts up with every piece of evidence and every decision that the register ever took.</summary>
internal sealed class Positions
{
    private long _last;

    private Positions(long last) => _last = last;

    public static async Task<Positions> OpenAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var evidence = await db.Evidence.MaxAsync(piece => (long?)piece.Position, cancellationToken) ?? 0;
        var decision = await db.Decisions.MaxAsync(taken => taken.Position, cancellationToken) ?? 0;
        return new(Math.Max(evidence, decision));
    }

    /// <summary>The next position; the first is 1.</summary>
    public long Next() => ++_last;
}
