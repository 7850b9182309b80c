using Domain.Notices;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Notices;

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> entry)
    {
        entry.ToTable("Inbox");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Client).HasMaxLength(60).IsUnicode(false);
        entry.HasIndex(e => new { e.IsBulk, e.Id });
    }
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("Receipts");
        receipt.HasKey(r => new { r.Client, r.MessageDigest });
        receipt.Property(r => r.Client).HasMaxLength(60).IsUnicode(false);
        receipt.Property(r => r.MessageDigest).HasMaxLength(18);
        receipt.Property(r => r.ContentDigest).HasMaxLength(18);
        receipt.Property(r => r.Withdraws).HasMaxLength(18);
        receipt.Property(r => r.Corrects).HasMaxLength(18);
        receipt.HasIndex(r => r.ReceivedAt);
        receipt.HasIndex(r => r.Withdraws).HasFilter("\"Withdraws\" IS NOT NULL");
        receipt.HasIndex(r => r.Corrects).HasFilter("\"Corrects\" IS NOT NULL");
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.HasKey(e => e.Id);
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.Property(e => e.Client).HasMaxLength(60).IsUnicode(false);
        evidence.Property(e => e.MessageDigest).HasMaxLength(18);
        evidence.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => e.PersonId);
        evidence.HasIndex(e => e.MergedFromId).HasFilter("\"MergedFromId\" IS NOT NULL");
        evidence.HasIndex(e => e.CorrectsId).HasFilter("\"CorrectsId\" IS NOT NULL");
        evidence.HasIndex(e => e.Position).IsUnique();
        evidence.HasIndex(e => new { e.Client, e.MessageDigest }).IsUnique();
    }
}
