using Microsoft.EntityFrameworkCore;

namespace Persistence.Writing;

/// <summary>The one way to write the register: work is done one at a time, each in a transaction of its own.</summary>
public sealed class WriteChannel(IDbContextFactory<SharingDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs the work, saves what it changed and commits. When it returns, the change is durable.</summary>
    public async Task<T> RunAsync<T>(
        Func<SharingDbContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
