using SharingApi.Graph.Schema;

namespace SharingApi.Access;

/// <summary>Who may see what.</summary>
internal static class AccessFeature
{
    /// <summary>Needs <c>AddSignIn</c>; the host calls <see cref="Disclosures.ReloadAsync"/> before it serves.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Disclosures>();
        services.AddSingleton<RootFieldRights>();
        services.AddSingleton<OperationContexts>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<IRootFields, AccessQueries>();
        return services;
    }
}
