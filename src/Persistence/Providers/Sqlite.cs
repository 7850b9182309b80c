using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Persistence.Providers;

/// <summary>SQLite, the embedded default: write-ahead log, one file, text compared byte by byte.</summary>
public sealed class Sqlite : IDatabaseProvider
{
    public string Name => "Sqlite";

    public void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(Sqlite).Assembly));

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
