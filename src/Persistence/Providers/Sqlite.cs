using System.Data.Common;
using Domain.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Persistence.Providers;

/// <summary>SQLite, the embedded default: write-ahead log, one file, text compared byte by byte.</summary>
public sealed class Sqlite : IDatabaseProvider
{
    private static readonly SqliteSession Session = new();

    public string Name => "Sqlite";

    public string StoreIn(string directory, string name)
    {
        Directory.CreateDirectory(directory);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, name + ".db") }.ToString();
    }

    public IReadDatabase Reads(string connectionString) => new SqliteReads(connectionString);

    // A list goes as one value. EF's own way is a parameter for each element, and the driver looks every one of them up by its
    // name among all: a probe for 500 notices spent its time comparing names.
    public void Use(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(Sqlite).Assembly)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(Session);

    public async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        // A process that was killed while it migrated leaves EF's lock behind, for which EF would wait for ever. The file
        // has one server, and that is just starting.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    // Without statistics SQLite takes every index for equally good, and answers a look-up by number in a county's scope from the
    // index of the county. A thousand rows of an index tell enough; 0x10000 looks at tables that were not queried yet, too.
    public Task GatherStatisticsAsync(DbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002", cancellationToken);

    public async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqliteSession.Prepare(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public void Configure(ModelConfigurationBuilder conventions, IEnumerable<Type> keys)
    {
        // ORDER BY on DateTimeOffset throws here; sixteen bytes in big-endian order keep version-7 keys in time order.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        conventions.Properties<Guid>().HaveConversion<GuidBytes>();
        foreach (var key in keys)
        {
            conventions.Properties(key).HaveConversion(typeof(KeyBytes<>).MakeGenericType(key));
        }
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(
        guid => guid.ToByteArray(true),
        bytes => new Guid(bytes, true));

    private sealed class KeyBytes<TKey>() : ValueConverter<TKey, byte[]>(
        key => key.Value.ToByteArray(true),
        bytes => Read(bytes))
        where TKey : struct, IKey<TKey>
    {
        // A static abstract member cannot stand in an expression tree.
        private static TKey Read(byte[] bytes) => TKey.Of(new Guid(bytes, true));
    }
}
