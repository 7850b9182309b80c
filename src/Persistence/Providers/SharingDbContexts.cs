using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Persistence.Encryption;

namespace Persistence.Providers;

/// <summary>Makes contexts of the register.</summary>
/// <remarks>
/// Not pooled: EF's pool makes contexts by a constructor that takes the options alone, ours takes provider and cipher too.
/// Writes share one context a batch (<see cref="Writing.WriteChannel"/>) and reads make no context, so that a pool would save nothing.
/// </remarks>
public sealed class SharingDbContexts : IDbContextFactory<SharingDbContext>
{
    private readonly IDatabaseProvider _provider;
    private readonly FieldCipher _cipher;
    private readonly DbContextOptions<SharingDbContext> _options;

    public SharingDbContexts(IDatabaseProvider provider, string connectionString, FieldCipher cipher)
    {
        _provider = provider;
        _cipher = cipher;
        var options = new DbContextOptionsBuilder<SharingDbContext>();
        provider.Use(options, connectionString);
        options.ReplaceService<IModelCacheKeyFactory, ModelKey>();
        _options = options.Options;
    }

    public SharingDbContext CreateDbContext() => new(_options, _provider, _cipher);
}
