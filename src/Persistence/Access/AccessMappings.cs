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
        grant.Property(g => g.Basis).HasMaxLength(500);
        grant.Property(g => g.Scenario).HasMaxLength(500);
        grant.Property(g => g.StateReason).HasMaxLength(500);
        grant.Property(g => g.EmergencyReason).HasMaxLength(500);
        grant.HasMany(g => g.Changes).WithOne().HasForeignKey(c => c.GrantId).OnDelete(DeleteBehavior.Cascade);
        grant.HasMany(g => g.Signatures).WithOne().HasForeignKey(s => s.GrantId).OnDelete(DeleteBehavior.Cascade);
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

internal sealed class GrantSignatureMapping : IEntityTypeConfiguration<GrantSignature>
{
    public void Configure(EntityTypeBuilder<GrantSignature> signature)
    {
        signature.ToTable("GrantSignatures");
        signature.HasKey(s => new { s.GrantId, s.Signer });
        signature.Property(s => s.Signer).HasMaxLength(60).IsUnicode(false);
        signature.Property(s => s.Office).HasMaxLength(100);
        signature.Property(s => s.Digest).HasMaxLength(64).IsUnicode(false);
    }
}

internal sealed class GrantChangeMapping : IEntityTypeConfiguration<GrantChange>
{
    public void Configure(EntityTypeBuilder<GrantChange> change)
    {
        change.ToTable("GrantChanges");
        change.HasKey(c => new { c.GrantId, c.Number });
        change.Property(c => c.Number).ValueGeneratedNever();
        change.Property(c => c.By).HasMaxLength(60).IsUnicode(false);
        change.Property(c => c.Reason).HasMaxLength(500);
    }
}

internal sealed class VolumeTallyMapping : IEntityTypeConfiguration<VolumeTally>
{
    public void Configure(EntityTypeBuilder<VolumeTally> tally)
    {
        tally.ToTable("VolumeTallies");
        tally.HasKey(t => new { t.GrantId, t.Day });
    }
}

internal sealed class VolumePersonMapping : IEntityTypeConfiguration<VolumePerson>
{
    public void Configure(EntityTypeBuilder<VolumePerson> person)
    {
        person.ToTable("VolumePersons");
        person.HasKey(p => new { p.GrantId, p.Day, p.PersonId });
    }
}

internal sealed class AccessRequestMapping : IEntityTypeConfiguration<AccessRequest>
{
    public void Configure(EntityTypeBuilder<AccessRequest> request)
    {
        request.ToTable("AccessRequests");
        request.HasKey(r => r.Id);
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Client).HasMaxLength(60).IsUnicode(false);
        request.Property(r => r.ScopeCode).HasMaxLength(32).IsUnicode(false);
        request.Ignore(r => r.AskedItems);
        request.Property(r => r.Items).HasMaxLength(4000).IsUnicode(false);
        request.Property(r => r.Basis).HasMaxLength(500);
        request.Property(r => r.Scenario).HasMaxLength(500);
        request.Property(r => r.DecidedBy).HasMaxLength(60).IsUnicode(false);
        request.Property(r => r.Reason).HasMaxLength(500);
        request.HasIndex(r => r.Client);
    }
}
