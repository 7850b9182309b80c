using Domain.Cases;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Cases;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> matter)
    {
        matter.ToTable("Cases");
        matter.HasKey(c => c.Id);
        matter.Property(c => c.Id).ValueGeneratedNever();
        matter.Property(c => c.Reasons).HasMaxLength(200).IsUnicode(false);
        matter.Property(c => c.FromUnitCode).HasMaxLength(6).IsUnicode(false);
        matter.Property(c => c.ToUnitCode).HasMaxLength(6).IsUnicode(false);
        matter.HasOne(c => c.Person).WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        matter.HasIndex(c => new { c.State, c.Kind, c.Id });
        matter.Property(c => c.Digest).HasMaxLength(64).IsUnicode(false);
        matter.HasIndex(c => c.PersonId);
        matter.HasIndex(c => c.EvidenceId);
        matter.HasIndex(c => new { c.ReceiverId, c.FeedSequence });
    }
}

internal sealed class CaseCandidateMapping : IEntityTypeConfiguration<CaseCandidate>
{
    public void Configure(EntityTypeBuilder<CaseCandidate> candidate)
    {
        candidate.ToTable("CaseCandidates");
        candidate.HasKey(c => new { c.CaseId, c.PersonId });
        candidate.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        candidate.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
