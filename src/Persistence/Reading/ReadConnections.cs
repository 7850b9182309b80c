using System.Collections.Concurrent;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>Open connections for reading, each with the statements that it has prepared, lent to one operation at a time.</summary>
/// <param name="database">Where the register is read.</param>
/// <param name="most">How many connections may be open; an operation that finds none waits its turn.</param>
public sealed class ReadConnections(IReadDatabase database, int most) : IAsyncDisposable
{
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private readonly SemaphoreSlim _turns = new(most, most);

    public ReadConnections(IReadDatabase database)
        : this(database, Math.Max(4, 2 * Environment.ProcessorCount))
    {
    }

    /// <summary>Told of each statement before it runs: the text, no value. For diagnosis and tests.</summary>
    public Action<ReadStatement>? Running { get; set; }

    /// <summary>Lends a connection with a snapshot of the register until the session is disposed of.</summary>
    public async ValueTask<ReadSession> BeginAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        ReadConnection? connection = null;
        try
        {
            if (!_idle.TryTake(out connection))
            {
                connection = new ReadConnection(database, await database.OpenAsync(cancellationToken));
            }

            await database.BeginSnapshotAsync(connection.Connection, cancellationToken);
            return new ReadSession(this, connection, cancellationToken);
        }
        catch
        {
            _turns.Release();
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }

        _turns.Dispose();
    }

    internal void OnRunning(ReadStatement statement) => Running?.Invoke(statement);

    /// <summary>Takes a connection back; one whose snapshot cannot be ended is closed.</summary>
    internal async ValueTask ReturnAsync(ReadConnection connection)
    {
        try
        {
            await database.EndSnapshotAsync(connection.Connection);
            _idle.Add(connection);
        }
        catch (System.Data.Common.DbException)
        {
            await connection.DisposeAsync();
        }
        finally
        {
            _turns.Release();
        }
    }
}
