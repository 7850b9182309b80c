using Microsoft.EntityFrameworkCore.Design;
using Persistence.Encryption;

namespace Persistence.Providers;

/// <summary>Makes the context for <c>dotnet ef</c>, which never connects: the keys are fresh and thrown away.</summary>
/// <remarks>
/// The migrations of SQLite are made by
/// <code>
/// dotnet tool restore
/// dotnet ef migrations add NAME --project src/Persistence --startup-project src/Persistence \
///   --output-dir Migrations/Sqlite --context SharingDbContext
/// </code>
/// </remarks>
public sealed class SharingDesign : IDesignTimeDbContextFactory<SharingDbContext>
{
    public SharingDbContext CreateDbContext(string[] args) =>
        new SharingDbContexts(new Sqlite(), "Data Source=:memory:", new FieldCipher(KeyRing.Fresh())).CreateDbContext();
}
