using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Persistence.Providers;
using Persistence.Reading;

namespace Persistence.Tests.Reading;

/// <summary>Whoever waits no longer stops the statement in its middle, and nobody else's.</summary>
public sealed class ReadSessionTests : IAsyncDisposable
{
    private static readonly ReadStatement Endless =
        new("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0", []);

    private static readonly ReadStatement Unending = new("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", []);

    private static readonly ReadStatement One = new("SELECT 1", []);

    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"reads-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
    private readonly ReadConnections _connections;

    public ReadSessionTests()
    {
        using (var db = new SqliteConnection($"Data Source={_file};Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE t(i)";
            command.ExecuteNonQuery();
        }

        // One connection: whoever comes after gets the one that was interrupted.
        _connections = new ReadConnections(new SqliteReads($"Data Source={_file}"), most: 1);
    }

    [Fact]
    public async Task A_statement_that_finds_nothing_for_ever_ends_with_the_patience_of_its_caller()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(Endless, patience.Token));

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(40), Promptly);
        Assert.Equal(1, (await ReadAsync(One, CancellationToken.None)).Last);
    }

    [Fact]
    public async Task Rows_that_never_end_are_read_no_further()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(Unending, patience.Token));

        Assert.Equal(1, (await ReadAsync(One, CancellationToken.None)).Last);
    }

    [Fact]
    public async Task Patience_that_ends_after_its_own_statement_stops_no_other()
    {
        for (var i = 0; i < 200; i++)
        {
            using var patience = new CancellationTokenSource();
            var session = await _connections.BeginAsync(patience.Token);
            await session.ReadAsync(One, [], new Keeping());
            var ending = Task.Run(patience.Cancel);
            await session.DisposeAsync();

            Assert.Equal(1, (await ReadAsync(One, CancellationToken.None)).Last);
            await ending;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
        {
            File.Delete(path);
        }
    }

    private async Task<Keeping> ReadAsync(ReadStatement statement, CancellationToken cancellationToken)
    {
        await using var session = await _connections.BeginAsync(cancellationToken);
        var kept = new Keeping();
        await session.ReadAsync(statement, [], kept);
        return kept;
    }

    private sealed class Keeping : IRowReceiver
    {
        public long Last { get; private set; }

        public bool Receive(DbDataReader row)
        {
            Last = row.GetInt64(0);
            return true;
        }
    }
}
