using Domain.Cases;
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
        matter.Property(c => c.Item).HasMaxLength(40).IsUnicode(false);
        matter.Property(c => c.ReportedBy).HasMaxLength(60).IsUnicode(false);
        matter.Property(c => c.Digest).HasMaxLength(64).IsUnicode(false);
        matter.HasIndex(c => c.PersonId);
        matter.HasIndex(c => c.EvidenceId);
        matter.HasIndex(c => new { c.ReceiverId, c.FeedSequence });
    }
}

internal sealed class CaseEvidenceMapping : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> side)
    {
        side.ToTable("CaseEvidence");
        side.HasKey(s => new { s.CaseId, s.EvidenceId });
        side.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        side.HasOne(s => s.Evidence).WithMany().HasForeignKey(s => s.EvidenceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseCandidateMapping : IEntityTypeConfiguration<CaseCandidate>
{
    public void Configure(EntityTypeBuilder<CaseCandidate> candidate)
    {
        candidate.ToTable("CaseCandidates");
        candidate.HasKey(c => new { c.CaseId, c.PersonId });
        candidate.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        candidate.HasOne(c => c.Person).WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
