using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Persistence.Providers;

/// <summary>Reads a SQLite file over read-only connections; the write-ahead log keeps each snapshot apart from the writer.</summary>
public sealed class SqliteReads : IReadDatabase
{
    private readonly string _connectionString;

    public SqliteReads(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (settings.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            settings.Mode = SqliteOpenMode.ReadOnly;
        }

        _connectionString = settings.ToString();
    }

    public ISqlDialect Dialect { get; } = new SqliteDialect();

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            KeepPlans(connection);
            Run(connection, "PRAGMA query_only = ON; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -2048; PRAGMA mmap_size = 0");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Deferred: the snapshot begins with the first statement, and no lock is taken.
    public ValueTask BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        Run((SqliteConnection)connection, "BEGIN");
        return ValueTask.CompletedTask;
    }

    public ValueTask EndSnapshotAsync(DbConnection connection)
    {
        Run((SqliteConnection)connection, "COMMIT");
        return ValueTask.CompletedTask;
    }

    // The driver looks at its token between statements only.
    public void Interrupt(DbConnection connection) => raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);

    // A plan that looked at a bound value, as that of a LIMIT does, is made again whenever the value is bound again: half of the
    // time that a look-up took here. The query planner stability guarantee keeps bound values out of plans.
    private static void KeepPlans(SqliteConnection connection) =>
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), connection.Handle);

    private static void Run(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, sql), connection.Handle);
}
