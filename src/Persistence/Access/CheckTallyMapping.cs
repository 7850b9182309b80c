using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Access;

internal sealed class CheckTallyMapping : IEntityTypeConfiguration<CheckTally>
{
    public void Configure(EntityTypeBuilder<CheckTally> tally)
    {
        tally.ToTable("CheckTallies");
        tally.HasKey(t => new { t.Client, t.Day, t.Number });
        tally.Property(t => t.Client).HasMaxLength(60).IsUnicode(false);
        tally.Property(t => t.Number).HasMaxLength(18);
    }
}
