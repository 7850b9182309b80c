using Microsoft.EntityFrameworkCore;

namespace Persistence.Providers;

/// <summary>All that differs between databases. Nothing outside this folder names one.</summary>
public interface IDatabaseProvider
{
    /// <summary>As in <c>Database:Provider</c>.</summary>
    string Name { get; }

    void Use(DbContextOptionsBuilder options, string connectionString);

    /// <summary>How types without a native column are stored; <paramref name="keys"/> are the types of our keys.</summary>
    void Configure(ModelConfigurationBuilder conventions, IEnumerable<Type> keys);
}
