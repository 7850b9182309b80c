using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Persistence.Threads;

namespace Persistence.Writing;

/// <summary>The one way to write the register: one writer, many pieces of work in one durable commit.</summary>
/// <remarks>
/// Work that arrives while a commit is on its way to the disk shares the next one: at most <see cref="MostTogether"/> pieces
/// in one transaction, one after the other, each behind a savepoint, so that one that fails undoes itself alone. Nobody
/// waits for others to come. Long work has a transaction of its own, for which nobody else waits. A caller hears of success only
/// after the commit, so that what it was told is on the disk.
/// </remarks>
public sealed class WriteChannel : IAsyncDisposable, IDisposable
{
    /// <summary>Pieces of work that share one commit at most.</summary>
    public const int MostTogether = 64;

    private readonly IDbContextFactory<SharingDbContext> _contexts;
    private readonly BlockingCollection<WritePiece> _queue = [];

    private readonly Task _writer;

    // One context and one open connection for as long as nothing fails: statements stay prepared.
    private SharingDbContext? _db;

    /// <summary>Told after every commit, on the writer's own thread: whoever listens does no more than to wake somebody.</summary>
    public Action? Committed { get; set; }

    public WriteChannel(IDbContextFactory<SharingDbContext> contexts)
    {
        _contexts = contexts;
        _writer = YieldingThread.Run("register writer", WriteAll);
    }

    /// <summary>Runs the work, saves what it changed and commits. When it returns, the change is durable.</summary>
    /// <param name="work">
    /// Runs alone. Its context is its own only while it runs; what it throws undoes it and reaches the caller.
    /// </param>
    /// <param name="cancellationToken">Takes the work out of the queue, or reaches it while it runs.</param>
    /// <exception cref="ObjectDisposedException">The channel takes no more work.</exception>
    /// <param name="isLong">It shares no commit: what came before it is told first, and nothing is kept to undo it alone.</param>
    public Task<T> RunAsync<T>(
        Func<SharingDbContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken,
        bool isLong = false)
    {
        var piece = new WritePiece<T>(work, cancellationToken) { IsLong = isLong };
        try
        {
            _queue.Add(piece, CancellationToken.None);
        }
        catch (InvalidOperationException closed)
        {
            throw new ObjectDisposedException("The channel takes no more work.", closed);
        }

        return piece.Outcome;
    }

    /// <summary>Takes no more work and waits until what is queued has been written.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _writer;
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    // The thread is the writer's own: it waits where anybody else would be called back.
    private void WriteAll()
    {
        var pieces = new List<WritePiece>(MostTogether);
        while (_queue.TryTake(out var piece, Timeout.Infinite))
        {
            do
            {
                if (!piece.Starts())
                {
                    continue;
                }

                if (piece.IsLong)
                {
                    Write(pieces);
                }

                pieces.Add(piece);
            }
            while (!piece.IsLong && pieces.Count < MostTogether && _queue.TryTake(out piece));

            Write(pieces);
        }

        CloseAsync().GetAwaiter().GetResult();
    }

    private void Write(List<WritePiece> pieces)
    {
        if (pieces.Count > 0)
        {
            WriteTogetherAsync(pieces).GetAwaiter().GetResult();
            pieces.Clear();
        }
    }

    private async Task<SharingDbContext> OpenAsync()
    {
        var db = await _contexts.CreateDbContextAsync(CancellationToken.None);
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.OpenConnectionAsync();
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (_db is { } db)
        {
            _db = null;
            await db.DisposeAsync();
        }
    }

    /// <summary>False where nothing is left to commit. Throws only where the transaction itself is lost.</summary>
    private static async Task<bool> RunAsync(List<WritePiece> pieces, SharingDbContext db, IDbContextTransaction transaction)
    {
        if (pieces is [{ IsLong: true } alone])
        {
            return await alone.RunAsync(db);
        }

        foreach (var piece in pieces)
        {
            await piece.RunAsync(db, transaction);
        }

        return true;
    }

    private async Task WriteTogetherAsync(List<WritePiece> pieces)
    {
        try
        {
            var db = _db ??= await OpenAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await RunAsync(pieces, db, transaction))
            {
                await transaction.CommitAsync();
                Committed?.Invoke();
            }
        }
        catch (Exception fault)
        {
            // The database itself failed: nothing of the transaction stands, whoever was part of it must know.
            foreach (var piece in pieces)
            {
                piece.Fail(fault);
            }

            await CloseAsync();
        }

        foreach (var piece in pieces)
        {
            piece.Release();
        }
    }
}
