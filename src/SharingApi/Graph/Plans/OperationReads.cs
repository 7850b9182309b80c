using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>The reads of one operation: one connection, borrowed when the first statement runs, and one snapshot for all of them.</summary>
internal sealed class OperationReads(ReadConnections connections, OperationContext operation, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    public CancellationToken Cancellation => cancellationToken;

    private ReadSession? _session;

    public OperationContext Operation => operation;

    /// <summary>Runs the statement of a level and then those of its children.</summary>
    /// <param name="rows">The level.</param>
    /// <param name="statement">Its statement.</param>
    /// <param name="values">Values of the statement's parameters.</param>
    /// <param name="set">Takes the rows.</param>
    /// <param name="lists">Arguments of the lists further down.</param>
    public async ValueTask ReadAsync(
        RowsPlan rows, ReadStatement statement, IReadOnlyList<object> values, RowSet set, ListReading lists)
    {
        _session ??= await connections.BeginAsync(cancellationToken);
        await _session.ReadAsync(statement, values, set);
        for (var i = 0; i < rows.Children.Count && set.Parents.Count > 0; i++)
        {
            var children = rows.Children[i];
            if (children.Statement is null)
            {
                continue;
            }

            var list = lists.Of(children.Site);
            object[] parents = [.. set.Parents.Select(children.Key)];
            using var cursors = children.Page is { ShowsCursors: true }
                ? new CursorSealing(lists.Cursors, list.Binding!, children.Rows.CursorKeys)
                : null;
            var below = new RowSet(children.Rows, operation, cursors: cursors) { Parent = children.Parent, Page = children.Page, Asked = list.Page };
            set.Children[i] = below;
            await ReadAsync(children.Rows, children.Statement, children.QueryFor(operation, list, parents).Values(), below, lists);
            if (children.Count is { } count)
            {
                await ReadAsync(count, children.CountOf(list, parents).Values(), new CountsReceiver(children.Parent, below.Totals));
            }
        }
    }

    /// <summary>Runs a statement that counts.</summary>
    public async ValueTask<int> CountAsync(ReadStatement statement, IReadOnlyList<object> values)
    {
        var count = new CountReceiver();
        await ReadAsync(statement, values, count);
        return count.Value;
    }

    /// <summary>Runs a statement whose rows are not given on.</summary>
    public async ValueTask ReadAsync<TReceiver>(ReadStatement statement, IReadOnlyList<object> values, TReceiver receiver)
        where TReceiver : IRowReceiver
    {
        _session ??= await connections.BeginAsync(cancellationToken);
        await _session.ReadAsync(statement, values, receiver);
    }

    /// <summary>Ends the snapshot: what is read after it sees what was written meanwhile.</summary>
    public async ValueTask EndSnapshotAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => EndSnapshotAsync();

    private sealed class CountsReceiver(KeyCell parent, Dictionary<Guid, int> totals) : IRowReceiver
    {
        public bool Receive(System.Data.Common.DbDataReader row)
        {
            totals[parent.Read(row, 0)] = row.GetInt32(1);
            return true;
        }
    }

    private sealed class CountReceiver : IRowReceiver
    {
        public int Value { get; private set; }

        public bool Receive(System.Data.Common.DbDataReader row)
        {
            Value = row.GetInt32(0);
            return false;
        }
    }
}
