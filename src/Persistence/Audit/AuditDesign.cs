using Microsoft.EntityFrameworkCore.Design;
using Persistence.Providers;

namespace Persistence.Audit;

/// <summary>Makes the context for <c>dotnet ef</c>, which never connects.</summary>
/// <remarks>
/// <code>
/// dotnet ef migrations add NAME --project src/Persistence --startup-project src/Persistence \
///   --output-dir Migrations/Audit/Sqlite --context AuditDbContext
/// </code>
/// </remarks>
public sealed class AuditDesign : IDesignTimeDbContextFactory<AuditDbContext>
{
    public AuditDbContext CreateDbContext(string[] args) =>
        new AuditStore(DatabaseProviders.Named(DatabaseProviders.Names.First())!, "Data Source=:memory:").CreateDbContext();
}
