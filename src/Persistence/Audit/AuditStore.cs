using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Persistence.Providers;

namespace Persistence.Audit;

/// <summary>Where the read log is kept.</summary>
public sealed class AuditStore : IDbContextFactory<AuditDbContext>
{
    private readonly IDatabaseProvider _provider;
    private readonly string _connectionString;
    private readonly DbContextOptions<AuditDbContext> _options;

    public AuditStore(IDatabaseProvider provider, string connectionString)
    {
        _provider = provider;
        _connectionString = connectionString;
        var options = new DbContextOptionsBuilder<AuditDbContext>();
        provider.Use(options, connectionString);
        options.ReplaceService<IModelCacheKeyFactory, ModelKey>();
        _options = options.Options;
    }

    /// <summary>
    /// The store of <c>ConnectionStrings:Audit</c>, or <c>audit.db</c> in <c>DataDirectory</c>; null when a server is used
    /// and nothing is set.
    /// </summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="provider">The database of the register; the read log uses the same kind.</param>
    /// <param name="faults">Takes one sentence for each thing that must be mended.</param>
    public static AuditStore? Read(IConfiguration configuration, IDatabaseProvider provider, ICollection<string> faults)
    {
        var directory = configuration["DataDirectory"] is { Length: > 0 } path ? path : "data";
        var connectionString = configuration["ConnectionStrings:Audit"] is { Length: > 0 } text
            ? text
            : provider.StoreIn(directory, "audit");
        if (connectionString is not null)
        {
            return new AuditStore(provider, connectionString);
        }

        faults.Add($"ConnectionStrings:Audit is needed for {provider.Name}.");
        return null;
    }

    public AuditDbContext CreateDbContext() => new(_options, _provider);

    /// <summary>Makes the tables where they are missing. Before the first operation.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var db = CreateDbContext();
        await _provider.MigrateAsync(db, cancellationToken);
    }

    internal Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        _provider.OpenAsync(_connectionString, cancellationToken);
}
