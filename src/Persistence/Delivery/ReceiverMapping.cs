using Domain.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Delivery;

internal sealed class ReceiverMapping : IEntityTypeConfiguration<Receiver>
{
    public void Configure(EntityTypeBuilder<Receiver> receiver)
    {
        receiver.ToTable("Receivers");
        receiver.HasKey(r => r.Id);
        receiver.Property(r => r.Id).ValueGeneratedNever();
        receiver.Property(r => r.Client).HasMaxLength(60).IsUnicode(false);
        receiver.HasIndex(r => new { r.Client, r.Purpose }).IsUnique();
    }
}

internal sealed class FeedEntryMapping : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> entry)
    {
        entry.ToTable("FeedEntries");
        entry.HasKey(e => new { e.ReceiverId, e.Sequence });
        entry.HasOne<Receiver>().WithMany().HasForeignKey(e => e.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne(e => e.StatusChange).WithMany().HasForeignKey(e => e.StatusChangeId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => e.StatusChangeId);
    }
}
