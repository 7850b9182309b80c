using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Persistence.Providers;

/// <summary>What every connection to a SQLite store is told before its first statement.</summary>
/// <remarks>
/// The driver pools native connections, which keep their settings: each is told once, not at every opening.
/// </remarks>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    // FULL: a commit is on the disk when it returns. secure_delete: a deleted row leaves no bytes behind.
    // No memory map: it took a page of fifty persons from 90 to 60 µs, but counts the whole file as resident (measured:
    // 244 MB against 73). Of caches from 2 to 32 MB a connection none was faster; 8 MB keep a pool of connections small.
    // 32 MB of log before a checkpoint: pages of the inbox and of the receipts' index are changed again and again, and go into the
    // file once for all of it. A third of a bulk's time went into checkpoints of 4 MB, and everybody's commits waited for them.
    private const string Settings =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA busy_timeout = 10000;
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 8000;
        PRAGMA cache_size = -8192;
        PRAGMA mmap_size = 0;
        """;

    private static readonly ConditionalWeakTable<object, object> Told = [];

    public static void Prepare(DbConnection connection)
    {
        var native = ((SqliteConnection)connection).Handle;
        if (native is null || Told.TryGetValue(native, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        Told.AddOrUpdate(native, Settings);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }
}
