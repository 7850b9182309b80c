using Domain.Cases;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Cases;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.HasKey(d => d.Id);
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.UnitCode).HasMaxLength(6).IsUnicode(false);
        decision.Property(d => d.By).HasMaxLength(60).IsUnicode(false);
        decision.Property(d => d.Office).HasMaxLength(60);
        decision.Property(d => d.SecondBy).HasMaxLength(60).IsUnicode(false);
        decision.Property(d => d.SecondOffice).HasMaxLength(60);
        decision.Ignore(d => d.Offices);
        decision.Property(d => d.Digest).HasMaxLength(64).IsUnicode(false);
        decision.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.PersonId);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.OtherPersonId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.OtherPersonId).HasFilter("\"OtherPersonId\" IS NOT NULL");
        decision.HasIndex(d => d.MergedFromId).HasFilter("\"MergedFromId\" IS NOT NULL");
        decision.HasIndex(d => d.CaseId);
        decision.HasIndex(d => d.Position).IsUnique();
    }
}
