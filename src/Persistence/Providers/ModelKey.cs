using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Persistence.Audit;

namespace Persistence.Providers;

/// <summary>
/// Tells the models of different databases and keys apart: a model's converters hold the provider's conventions and the
/// cipher of the context that first built it, so a model must not serve a context with another one.
/// </summary>
internal sealed class ModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => context switch
    {
        SharingDbContext sharing => (typeof(SharingDbContext), sharing.Provider, sharing.Cipher, designTime),
        AuditDbContext audit => (typeof(AuditDbContext), audit.Provider, designTime),
        _ => (context.GetType(), designTime),
    };
}
