using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.StatusChanges;

internal sealed class StatusChangeMapping : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> change)
    {
        change.ToTable("StatusChanges");
        change.HasKey(c => c.Id);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.FromDivisionCode).HasMaxLength(6).IsUnicode(false);
        change.Property(c => c.ToDivisionCode).HasMaxLength(6).IsUnicode(false);
        change.HasIndex(c => new { c.PersonId, c.RecordedAt });
    }
}
