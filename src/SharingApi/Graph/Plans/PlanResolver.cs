using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Graph.Plans;

/// <summary>Runs the plan of a field.</summary>
internal sealed class PlanResolver(PlannedOperation planned, ExecutionNode node) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var plan = planned.PlanAt(node);
        if (plan is not PlanBatch batch)
        {
            return await plan.RunAsync(planned.Reads);
        }

        var key = ((BatchRoot)PlanRoot.Of(node.FieldDefinition)!).KeyOf(context.Source!);
        return key is { } id ? batch.Load(planned.Reads, id, node.ResponsePath) : null;
    }
}
