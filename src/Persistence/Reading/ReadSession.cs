using System.Data.Common;

namespace Persistence.Reading;

/// <summary>One operation's view of the register: a connection lent to it, on which every statement sees the same state.</summary>
public sealed class ReadSession : IAsyncDisposable
{
    private readonly ReadConnections _home;
    private readonly ReadConnection _connection;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _interruption;

    internal ReadSession(ReadConnections home, ReadConnection connection, CancellationToken cancellationToken)
    {
        _home = home;
        _connection = connection;
        _cancellationToken = cancellationToken;
        _interruption = cancellationToken.Register(static lent => ((ReadConnection)lent!).Interrupt(), connection);
    }

    /// <summary>Runs the statement and gives its rows to the receiver, one after another, until it wants no more.</summary>
    public async ValueTask ReadAsync<TReceiver>(ReadStatement statement, IReadOnlyList<object> values, TReceiver receiver)
        where TReceiver : IRowReceiver
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _home.OnRunning(statement);
        try
        {
            await using var rows = await _connection.Bind(statement, values).ExecuteReaderAsync(_cancellationToken);
            while (await rows.ReadAsync(_cancellationToken) && receiver.Receive(rows))
            {
            }
        }
        catch (DbException) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Waits for an interruption that is under way, so that it cannot hit the next operation.
        await _interruption.DisposeAsync();
        await _home.ReturnAsync(_connection);
    }
}

/// <summary>Takes rows as they come.</summary>
public interface IRowReceiver
{
    /// <summary>Takes one row; false to take no more.</summary>
    bool Receive(DbDataReader row);
}
