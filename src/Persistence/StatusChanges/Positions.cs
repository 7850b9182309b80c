using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>The order of record: counts up with every piece of evidence that the register ever took.</summary>
internal static class Positions
{
    /// <summary>The last position that was given; 0 for none.</summary>
    public static async Task<long> LastAsync(SharingDbContext db, CancellationToken cancellationToken) =>
        await db.Evidence.MaxAsync(evidence => (long?)evidence.Position, cancellationToken) ?? 0;
}
