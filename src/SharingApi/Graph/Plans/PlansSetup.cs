using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Persistence.Access;
using Persistence.Providers;
using Persistence.Reading;
using Persistence.Writing;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;

namespace SharingApi.Graph.Plans;

/// <summary>Puts the read plans together.</summary>
internal static class PlansSetup
{
    /// <summary>
    /// Adds what plans need and makes them answer operations of all kinds. Takes the <see cref="RootFieldCheck"/> and, for the
    /// register, an <see cref="IReadDatabase"/>, a context factory and the keys from the services.
    /// </summary>
    public static IServiceCollection AddReadPlans(this IServiceCollection services)
    {
        services.TryAddSingleton<RegisterModel>();
        services.TryAddSingleton<ReadConnections>();
        services.TryAddSingleton(static provider => new SqlWriter(
            provider.GetRequiredService<RegisterModel>(), provider.GetRequiredService<IReadDatabase>().Dialect));
        services.TryAddSingleton<Cursors>();
        services.TryAddSingleton(static _ => new PlanCache());
        services.TryAddSingleton<WriteChannel>();
        services.TryAddSingleton<CheckThrottle>();
        services.TryAddSingleton<VolumeLedger>();
        services.TryAddSingleton<VolumeGate>();
        services.TryAddSingleton<PlanServices>();
        services.TryAddSingleton<PlanExecutionStrategy>();
        services.AddSingleton(static provider => new ExecutionStrategyRegistration(
            provider.GetRequiredService<PlanExecutionStrategy>(), OperationType.Query));
        services.AddSingleton(static provider => new ExecutionStrategyRegistration(
            provider.GetRequiredService<PlanExecutionStrategy>(), OperationType.Mutation));
        services.AddSingleton(static provider => new ExecutionStrategyRegistration(
            provider.GetRequiredService<PlanExecutionStrategy>(), OperationType.Subscription));
        services.AddSingleton<IRootFields, NodeQueries>();
        return services.AddSingleton<NodeType>();
    }
}
