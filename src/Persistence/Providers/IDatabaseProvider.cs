using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Providers;

/// <summary>All that differs between databases. Nothing outside this folder names one.</summary>
public interface IDatabaseProvider
{
    /// <summary>As in <c>Database:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Connection string of a store that lives in a directory of ours; null where the database is a server.</summary>
    string? StoreIn(string directory, string name);

    /// <summary>Points a context of any kind at a store: the register, or the read log's own.</summary>
    void Use(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Brings the store of a context of any kind up to date; does nothing where it is.</summary>
    Task MigrateAsync(DbContext db, CancellationToken cancellationToken);

    /// <summary>Lets the database look at its rows, so that it knows which index finds the fewest. Cheap where nothing has changed.</summary>
    Task GatherStatisticsAsync(DbContext db, CancellationToken cancellationToken);

    /// <summary>Opens a connection beside EF, with the same settings as EF's own. The caller disposes it.</summary>
    Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken);

    /// <summary>The register as read plans read it: over connections of their own that cannot write.</summary>
    IReadDatabase Reads(string connectionString);

    /// <summary>How types without a native column are stored; <paramref name="keys"/> are the types of our keys.</summary>
    void Configure(ModelConfigurationBuilder conventions, IEnumerable<Type> keys);
}
