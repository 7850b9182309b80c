using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Access;

internal sealed class ClientSystemMapping : IEntityTypeConfiguration<ClientSystem>
{
    public void Configure(EntityTypeBuilder<ClientSystem> client)
    {
        client.ToTable("Clients");
        client.HasKey(c => c.Id);
        client.Property(c => c.Id).HasMaxLength(60).IsUnicode(false);
        client.Property(c => c.Office).HasMaxLength(100);
        client.Property(c => c.ScopeCode).HasMaxLength(32).IsUnicode(false);
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("Grants");
        grant.HasKey(g => g.Id);
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Client).HasMaxLength(60).IsUnicode(false);
        grant.Property(g => g.ScopeCode).HasMaxLength(32).IsUnicode(false);
        grant.HasMany(g => g.Items).WithOne().HasForeignKey(i => i.GrantId).OnDelete(DeleteBehavior.Cascade);
        grant.HasIndex(g => new { g.Client, g.Purpose });
    }
}

internal sealed class GrantItemMapping : IEntityTypeConfiguration<GrantItem>
{
    public void Configure(EntityTypeBuilder<GrantItem> item)
    {
        item.ToTable("GrantItems");
        item.HasKey(i => new { i.GrantId, i.Item });
        item.Property(i => i.Item).HasMaxLength(60).IsUnicode(false);
    }
}
