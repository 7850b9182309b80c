using Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Audit;

/// <summary>Reads the read log.</summary>
public sealed class ReadLogEntries(AuditStore store)
{
    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateDbContext();
        return await db.ReadLog.CountAsync(cancellationToken);
    }

    /// <summary>The newest entries, newest first.</summary>
    public async Task<IReadOnlyList<ReadLogEntry>> NewestAsync(int count, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateDbContext();
        return await db.ReadLog.AsNoTracking()
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The entries of one request: one, where it concerned persons.</summary>
    public async Task<IReadOnlyList<ReadLogEntry>> OfRequestAsync(string requestId, CancellationToken cancellationToken = default)
    {
        await using var db = store.CreateDbContext();
        return await db.ReadLog.AsNoTracking()
            .Where(entry => entry.RequestId == requestId)
            .ToListAsync(cancellationToken);
    }
}
