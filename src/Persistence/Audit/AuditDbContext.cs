using Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Persistence.Providers;

namespace Persistence.Audit;

/// <summary>The read log, in a store of its own: whoever keeps the register need not be able to change it.</summary>
public sealed class AuditDbContext(DbContextOptions<AuditDbContext> options, IDatabaseProvider provider) : DbContext(options)
{
    public DbSet<ReadLogEntry> ReadLog => Set<ReadLogEntry>();

    internal IDatabaseProvider Provider => provider;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredCodes.Configure(configurationBuilder);
        provider.Configure(configurationBuilder, []);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var entry = modelBuilder.Entity<ReadLogEntry>();
        entry.ToTable("ReadLog");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Client).HasMaxLength(60).IsUnicode(false);
        entry.Property(e => e.User).HasMaxLength(60).IsUnicode(false);
        entry.Property(e => e.CaseReference).HasMaxLength(100);
        entry.Property(e => e.RequestId).HasMaxLength(128).IsUnicode(false);
        entry.Property(e => e.RootFields).IsUnicode(false);
        entry.Property(e => e.Items).IsUnicode(false);
        entry.HasIndex(e => e.At);
    }
}
