namespace Persistence.Providers;

/// <summary>The databases that this build can store the register in.</summary>
public static class DatabaseProviders
{
    private static readonly IDatabaseProvider[] Known = [new Sqlite()];

    /// <summary>The names that <c>Database:Provider</c> may have.</summary>
    public static IEnumerable<string> Names => Known.Select(provider => provider.Name);

    /// <summary>The provider of that name, in any case; null where there is none.</summary>
    public static IDatabaseProvider? Named(string name) =>
        Known.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
