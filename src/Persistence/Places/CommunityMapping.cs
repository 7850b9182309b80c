using Domain.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Places;

internal sealed class CommunityMapping : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> community)
    {
        community.ToTable("Communities");
        community.HasKey(c => c.Code);
        community.Property(c => c.Code).HasMaxLength(12).IsUnicode(false);
        community.Property(c => c.Name).HasMaxLength(60);
        community.Property(c => c.TownName).HasMaxLength(60);
        community.Property(c => c.DivisionCode).HasMaxLength(6).IsUnicode(false);
        community.Property(c => c.ManagementUnitCode).HasMaxLength(6).IsUnicode(false);
        community.HasIndex(c => c.ManagementUnitCode);
        community.HasIndex(c => c.DivisionCode);
    }
}
