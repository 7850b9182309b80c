using System.Data.Common;
using System.Threading.Channels;
using Domain.Audit;

namespace Persistence.Audit;

/// <summary>Writes the read log: one writer, and as many entries a transaction as are waiting for it.</summary>
/// <remarks>
/// A commit waits for the disk, and while it waits others gather: under load the cost of the disk is shared, without load
/// nobody waits for company.
/// </remarks>
public sealed class ReadLogWriter : IAsyncDisposable, IDisposable
{
    private const int LargestBatch = 512;

    private readonly AuditStore _store;
    private readonly Channel<Pending> _waiting = Channel.CreateUnbounded<Pending>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;
    private DbConnection? _connection;
    private ReadLogInsert? _insert;

    public ReadLogWriter(AuditStore store)
    {
        _store = store;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Completes when the entry is durable; throws where the store failed, and then nothing may be disclosed.</summary>
    /// <remarks>It is not cancelled: what was asked for is recorded though the caller has gone.</remarks>
    public Task CommitAsync(ReadLogEntry entry)
    {
        var pending = new Pending(entry);
        return _waiting.Writer.TryWrite(pending)
            ? pending.Done.Task
            : throw new InvalidOperationException("The read log is closed.");
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task WriteAsync()
    {
        var batch = new List<Pending>(LargestBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            await CommitAsync(batch);
            batch.Clear();
        }

        await CloseAsync();
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        try
        {
            await OpenAsync();
            await using var transaction = await _connection!.BeginTransactionAsync();
            foreach (var pending in batch)
            {
                _insert!.Run(pending.Entry, transaction);
            }

            await transaction.CommitAsync();
        }
        catch (Exception failure)
        {
            // Whatever it is, the writer lives on and the store may be back; who waited for this batch discloses nothing.
            await CloseAsync();
            batch.ForEach(pending => pending.Done.SetException(new ReadLogFailedException(failure)));
            return;
        }

        batch.ForEach(pending => pending.Done.SetResult());
    }

    private async Task OpenAsync()
    {
        if (_insert is not null)
        {
            return;
        }

        await using var db = _store.CreateDbContext();
        _connection = await _store.OpenAsync(CancellationToken.None);
        _insert = new ReadLogInsert(db, _connection);
    }

    private async Task CloseAsync()
    {
        if (_insert is not null)
        {
            await _insert.DisposeAsync();
            _insert = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private sealed record Pending(ReadLogEntry Entry)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The read log could not be written: the operation must answer INTERNAL and disclose nothing.</summary>
public sealed class ReadLogFailedException(Exception cause) : Exception("The read log could not be written.", cause);
