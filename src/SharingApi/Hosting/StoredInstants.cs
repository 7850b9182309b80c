using Microsoft.EntityFrameworkCore;
using Persistence;
using Persistence.Audit;
using Persistence.Delivery;

namespace SharingApi.Hosting;

/// <summary>How far time had come when the stores were last written.</summary>
internal static class StoredInstants
{
    /// <summary>The latest instant in the register or in the read log; null where nothing was ever stored.</summary>
    public static async Task<DateTimeOffset?> LastAsync(
        IDbContextFactory<SharingDbContext> contexts,
        AuditStore audit,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var log = audit.CreateDbContext();

        // The newest evidence by position: founding a register is not a later instant than the day it stands for.
        var evidence = await db.Evidence.OrderByDescending(piece => piece.Position)
            .Select(piece => (DateTimeOffset?)piece.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var receipt = await db.Receipts.MaxAsync(row => (DateTimeOffset?)row.ReceivedAt, cancellationToken);
        var read = await log.ReadLog.MaxAsync(entry => (DateTimeOffset?)entry.At, cancellationToken);
        var told = await ToldUpTo.ReadAsync(db, cancellationToken);
        return new[] { evidence, receipt, read, told }.Max();
    }
}
