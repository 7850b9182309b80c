using Domain.ServiceNeeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.ServiceNeeds;

internal sealed class ServiceNeedMapping : IEntityTypeConfiguration<ServiceNeed>
{
    public void Configure(EntityTypeBuilder<ServiceNeed> need)
    {
        need.ToTable("ServiceNeeds");
        need.HasKey(n => n.Id);
        need.Property(n => n.Id).ValueGeneratedNever();
        need.Property(n => n.ItemCode).HasMaxLength(20).IsUnicode(false);
        need.Property(n => n.Provider).HasMaxLength(100);
        need.HasOne(n => n.Person).WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        need.HasIndex(n => new { n.PersonId, n.Year, n.Id });
        need.HasIndex(n => n.MergedFromId).HasFilter("\"MergedFromId\" IS NOT NULL");
        need.HasIndex(n => new { n.Domain, n.Status, n.Id });
    }
}
