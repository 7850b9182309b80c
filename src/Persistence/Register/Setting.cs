using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Register;

/// <summary>A fact about this store as a whole, such as whether its founding was finished.</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("Settings");
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Key).HasMaxLength(60).IsUnicode(false);
        setting.Property(s => s.Value).HasMaxLength(200);
    }
}
