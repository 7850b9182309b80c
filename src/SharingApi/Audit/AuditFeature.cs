using Persistence.Audit;

namespace SharingApi.Audit;

/// <summary>The record of every disclosure.</summary>
internal static class AuditFeature
{
    /// <summary>Needs a <see cref="TimeProvider"/>; the host calls <see cref="AuditStore.EnsureAsync"/> before it serves.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, AuditStore store)
    {
        services.AddSingleton(store);
        services.AddSingleton<ReadLogWriter>();
        services.AddSingleton<ReadLogEntries>();
        services.AddSingleton<ReadLog>();
        return services;
    }
}
