using Microsoft.EntityFrameworkCore.Storage;

namespace Persistence.Writing;

/// <summary>One caller's work on its way through the channel.</summary>
internal abstract class WritePiece(CancellationToken cancellationToken)
{
    private const string Savepoint = "piece";

    private const int Queued = 0;
    private const int Started = 1;
    private const int Withdrawn = 2;

    private int _stage = Queued;
    private Exception? _fault;

    /// <summary>Too much to be undone alone: it has a transaction of its own.</summary>
    public bool IsLong { get; init; }

    protected CancellationToken Cancellation { get; } = cancellationToken;

    /// <summary>Claims the piece for the writer; false where its caller has withdrawn it.</summary>
    public bool Starts() => Interlocked.CompareExchange(ref _stage, Started, Queued) == Queued;

    /// <summary>Runs the work behind a savepoint. Throws only where the transaction itself is lost.</summary>
    public async Task RunAsync(SharingDbContext db, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        if (!await RunAsync(db))
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
        }

        await transaction.ReleaseSavepointAsync(Savepoint);
    }

    /// <summary>Runs the work in a transaction of its own.</summary>
    /// <returns>False where it failed and is to be undone.</returns>
    public async Task<bool> RunAsync(SharingDbContext db)
    {
        try
        {
            await WorkAsync(db);
            await db.SaveChangesAsync(Cancellation);
            return true;
        }
        catch (Exception fault)
        {
            _fault = fault;
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Says that the transaction was lost, unless the work had failed before.</summary>
    public void Fail(Exception fault) => _fault ??= fault;

    /// <summary>Tells the caller: after the commit, or after it failed.</summary>
    public void Release()
    {
        if (_fault is null)
        {
            Succeeded();
        }
        else
        {
            Failed(_fault);
        }
    }

    /// <summary>True when the piece was still queued: then nobody will run it.</summary>
    protected bool Withdraw() => Interlocked.CompareExchange(ref _stage, Withdrawn, Queued) == Queued;

    protected abstract Task WorkAsync(SharingDbContext db);

    protected abstract void Succeeded();

    protected abstract void Failed(Exception fault);
}

/// <summary>A piece of work with a result.</summary>
internal sealed class WritePiece<T> : WritePiece
{
    private readonly Func<SharingDbContext, CancellationToken, Task<T>> _work;

    // Callers go on elsewhere: the writer has the next batch to see to.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenRegistration _withdrawal;
    private T? _result;

    public WritePiece(Func<SharingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        : base(cancellationToken)
    {
        _work = work;
        _withdrawal = cancellationToken.UnsafeRegister(
            static piece => ((WritePiece<T>)piece!).WithdrawByCaller(), this);
    }

    public Task<T> Outcome => _outcome.Task;

    protected override async Task WorkAsync(SharingDbContext db) => _result = await _work(db, Cancellation);

    protected override void Succeeded()
    {
        _withdrawal.Dispose();
        _outcome.SetResult(_result!);
    }

    protected override void Failed(Exception fault)
    {
        _withdrawal.Dispose();
        if (fault is OperationCanceledException && Cancellation.IsCancellationRequested)
        {
            _outcome.SetCanceled(Cancellation);
        }
        else
        {
            _outcome.SetException(fault);
        }
    }

    private void WithdrawByCaller()
    {
        if (Withdraw())
        {
            _outcome.SetCanceled(Cancellation);
        }
    }
}
