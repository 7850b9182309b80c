using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Persons;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("Persons");
        person.HasKey(p => p.Id);
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Ignore(p => p.State);
        person.Property(p => p.Name).HasMaxLength(100);
        person.Property(p => p.FoldedName).HasMaxLength(100);
        person.Property(p => p.IdNumberIndex).HasMaxLength(18);
        person.Property(p => p.WeakIndex).HasMaxLength(18);
        person.Property(p => p.PhoneIndex).HasMaxLength(18);
        person.Property(p => p.HukouDivisionCode).HasMaxLength(6).IsUnicode(false);
        person.Property(p => p.HukouCommunityCode).HasMaxLength(12).IsUnicode(false);
        person.Property(p => p.ResidenceCommunityCode).HasMaxLength(12).IsUnicode(false);
        person.Property(p => p.CommunityCode).HasMaxLength(12).IsUnicode(false);
        person.Property(p => p.ManagementUnitCode).HasMaxLength(6).IsUnicode(false);
        person.Property(p => p.TransferUnitCode).HasMaxLength(6).IsUnicode(false);
        person.Property(p => p.CertificateComponents).HasMaxLength(30).IsUnicode(false);
        person.Property(p => p.ResidenceIsHere).HasDefaultValue(true).ValueGeneratedNever();
        person.Property(p => p.Version).IsConcurrencyToken();

        person.HasOne(p => p.Community).WithMany().HasForeignKey(p => p.CommunityCode).OnDelete(DeleteBehavior.Restrict);
        person.HasOne(p => p.HukouCommunity).WithMany().HasForeignKey(p => p.HukouCommunityCode).OnDelete(DeleteBehavior.Restrict);
        person.HasOne(p => p.ResidenceCommunity).WithMany().HasForeignKey(p => p.ResidenceCommunityCode).OnDelete(DeleteBehavior.Restrict);

        person.HasIndex(p => p.IdNumberIndex);
        person.HasIndex(p => p.PhoneIndex);
        person.HasIndex(p => p.WeakIndex);
        // A scope, with and without a status, in the order of the key: what a first page and its count read. Who was merged is in none.
        person.HasIndex(p => new { p.ManagementUnitCode, p.MergedIntoId, p.Id });
        person.HasIndex(p => new { p.ManagementUnitCode, p.CertificateStatus, p.MergedIntoId, p.Id });
        person.HasIndex(p => new { p.ManagementUnitCode, p.LifeStatus, p.MergedIntoId, p.Id });
        person.HasIndex(p => new { p.HukouDivisionCode, p.MergedIntoId, p.Id });
        person.HasIndex(p => new { p.HukouDivisionCode, p.CertificateStatus, p.MergedIntoId, p.Id });
        person.HasIndex(p => new { p.CertificateStatus, p.MergedIntoId, p.Id });
        person.HasIndex(p => p.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
        person.HasIndex(p => p.TransferUnitCode).HasFilter("\"TransferUnitCode\" IS NOT NULL");
        person.HasIndex(p => p.CommunityCode);
        person.HasIndex(p => p.HukouCommunityCode);
        person.HasIndex(p => p.ResidenceCommunityCode);
        person.HasIndex(p => new { p.Name, p.Id });
        person.HasIndex(p => new { p.BirthDate, p.Id });
    }
}

internal sealed class SubsidyMapping : IEntityTypeConfiguration<Subsidy>
{
    public void Configure(EntityTypeBuilder<Subsidy> subsidy)
    {
        subsidy.ToTable("Subsidies");
        subsidy.HasKey(s => s.Id);
        subsidy.Property(s => s.Id).ValueGeneratedNever();
        subsidy.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FormerIdentityMapping : IEntityTypeConfiguration<FormerIdentity>
{
    public void Configure(EntityTypeBuilder<FormerIdentity> identity)
    {
        identity.ToTable("FormerIdentities");
        identity.HasKey(i => i.Id);
        identity.Property(i => i.Id).ValueGeneratedNever();
        identity.Property(i => i.IdNumberIndex).HasMaxLength(18);
        identity.Property(i => i.FoldedName).HasMaxLength(100);
        identity.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        identity.HasIndex(i => i.IdNumberIndex);
    }
}
