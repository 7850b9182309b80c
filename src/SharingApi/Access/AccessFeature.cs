using GraphQL.Types;
using SharingApi.Access.Grants;
using SharingApi.Graph.Plans;
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
        services.AddSingleton<RootFieldCheck>(static provider => provider.GetRequiredService<RootFieldRights>().Refuse);
        services.AddSingleton<OperationContexts>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<IRootFields, AccessQueries>();
        services.AddSingleton<RightsLeases>();
        services.AddSingleton<RightsChange>();
        services.AddHostedService<RightsWatch>();
        services.AddSingleton<AccessPages>();
        services.AddSingleton<RequestAccess>();
        services.AddSingleton<DecideAccessRequest>();
        services.AddSingleton<ProposeGrant>();
        services.AddSingleton<SignGrant>();
        services.AddSingleton<EndGrant>();
        services.AddSingleton<IRootFields, GrantQueries>();
        services.AddSingleton<IRootFields, GrantMutations>();
        services.AddSingleton<IRootFields, AccessInsight>();
        return services;
    }

    /// <summary>Stops the start where the schema has a root field that nobody classified, or a field that the catalogue does not name.</summary>
    /// <exception cref="InvalidOperationException">One sentence for each such field.</exception>
    public static void RequireRightsForRootFields(this IEndpointRouteBuilder routes)
    {
        var schema = routes.ServiceProvider.GetRequiredService<SharingSchema>();
        IObjectGraphType?[] roots = [schema.Query, schema.Mutation, schema.Subscription];
        var uncovered = RootFieldRights.Uncovered(
            roots.OfType<IObjectGraphType>().SelectMany(root => root.Fields).Select(field => field.Name));
        if (uncovered.Count > 0)
        {
            throw new InvalidOperationException(string.Join(
                Environment.NewLine, uncovered.Select(field => $"The root field {field} does not stand in the table of rights.")));
        }

        CataloguedFields.Require(schema);
    }
}
