using Microsoft.Extensions.Configuration;
using Persistence.Encryption;
using Persistence.Providers;

namespace Persistence;

/// <summary>Where and how the register is stored.</summary>
/// <param name="Provider">The database.</param>
/// <param name="ConnectionString">Where it is.</param>
/// <param name="Keys">What it is encrypted with.</param>
public sealed record PersistenceSettings(IDatabaseProvider Provider, string ConnectionString, Keys Keys)
{
    /// <summary>
    /// Reads <c>Database:Provider</c>, <c>ConnectionStrings:Sharing</c> and <c>Encryption</c>; null when one of them is wrong.
    /// </summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="mayMakeKeys">Whether missing keys are made and kept in a file: Development only.</param>
    /// <param name="faults">Takes one sentence for each thing that must be mended.</param>
    public static PersistenceSettings? Read(IConfiguration configuration, bool mayMakeKeys, ICollection<string> faults)
    {
        var directory = configuration["DataDirectory"] is { Length: > 0 } path ? path : "data";
        var name = configuration["Database:Provider"] is { Length: > 0 } given ? given : "Sqlite";
        var provider = DatabaseProviders.Named(name);
        if (provider is null)
        {
            faults.Add($"Database:Provider must be one of: {string.Join(", ", DatabaseProviders.Names)}.");
        }

        var keys = KeyConfiguration.Read(configuration.GetSection("Encryption"), directory, mayMakeKeys, faults);
        var connectionString = configuration["ConnectionStrings:Sharing"] is { Length: > 0 } text
            ? text
            : provider?.StoreIn(directory, "sharing");
        if (provider is not null && connectionString is null)
        {
            faults.Add($"ConnectionStrings:Sharing is needed for {provider.Name}.");
        }

        return provider is null || keys is null || connectionString is null
            ? null
            : new PersistenceSettings(provider, connectionString, keys);
    }
}
