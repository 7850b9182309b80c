using Domain.Shared;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Streams;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>
/// Executes operations in three steps: the rights to all root fields, then the plans of all fields that are read by one, and only
/// then the fields themselves. What is refused in the first two steps has read nothing.
/// </summary>
/// <param name="services">What plans are made and run with.</param>
/// <param name="rights">Whether the caller may ask for a root field at all, by name; null where it may.</param>
/// <param name="limits">How much an operation may ask for.</param>
internal sealed class PlanExecutionStrategy(PlanServices services, RootFieldCheck rights, IOptions<LimitOptions> limits)
    : ParallelExecutionStrategy
{
    private static readonly RefusalError NothingToFollow = new(
        new Refusal("DOCUMENT_INVALID", "A subscription needs one root field, and @skip or @include left none."));

    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var operation = (OperationContext)context.UserContext;
        var (form, roots) = DocumentSelections.Of(context, GetOperationRootType(context));
        foreach (var root in roots)
        {
            operation.Record.ConcernsPersons |= PlanRoot.Of(root.Field) is { ConcernsPersons: true };
        }

        foreach (var root in roots)
        {
            if (rights(operation, root.Field.Name) is { } refusal)
            {
                return GraphResults.Refused(new RefusalError(refusal));
            }
        }

        if ((ArgumentLimit.RefusalOf(context, roots) ?? CostRefusal(context, operation, roots)) is { } tooMuch)
        {
            return GraphResults.Refused(tooMuch);
        }

        await using var planned = PlannedOperation.Prepare(services, context, operation, form, roots);
        await planned.AdmitAsync(context.CancellationToken);
        if (planned.Refusal is { } refused)
        {
            operation.Record.Items.Clear();
            return GraphResults.Refused(refused);
        }

        if (context.Operation.Operation != OperationType.Subscription || operation.Event is not null)
        {
            return await base.ExecuteAsync(context);
        }

        return roots.Count == 0 ? GraphResults.Refused(NothingToFollow) : await OpenAsync(context, operation, roots[0]);
    }

    /// <summary>Root fields of a mutation run one after another, each with all that is under it.</summary>
    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        if (context.Operation.Operation != OperationType.Mutation || rootNode is not RootExecutionNode { SubFields: { } fields })
        {
            await base.ExecuteNodeTreeAsync(context, rootNode);
            return;
        }

        var reads = PlannedOperation.Of((OperationContext)context.UserContext).Reads;
        foreach (var field in fields)
        {
            await base.ExecuteNodeTreeAsync(context, field);

            // The next field must see what it changes itself.
            await reads.EndSnapshotAsync();
        }
    }

    /// <summary>Takes the subscription's place in the events. Rights are asked here and again for every event.</summary>
    private static async Task<ExecutionResult> OpenAsync(ExecutionContext context, OperationContext operation, Selection root)
    {
        if (EventSources.Of(root.Field) is not { } source)
        {
            return GraphResults.Refused(DocumentRefusals.NothingToFollow);
        }

        var opened = await source.OpenAsync(operation, name => root.Argument(context, name), context.CancellationToken);
        if (!opened.Succeeded(out var events, out var refusal))
        {
            return GraphResults.Refused(new RefusalError(refusal));
        }

        operation.Events = events;
        return new ExecutionResult { Executed = true };
    }

    private RefusalError? CostRefusal(ExecutionContext context, OperationContext operation, IReadOnlyList<Selection> roots)
    {
        var most = limits.Value.Cost;
        return operation.Budget.AdmitsCost(OperationCost.Of(context, roots), most, out var sum) ? null : LimitRefusals.Cost(most, sum);
    }

    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        indexInParentNode is null && PlanRoot.Of(fieldDefinition) is not null
            ? new PlanExecutionNode(parent, graphType, field, fieldDefinition)
            : base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);

    protected override IFieldResolver SelectResolver(ExecutionNode node, ExecutionContext context) => node is PlanExecutionNode
        ? new PlanResolver(PlannedOperation.Of((OperationContext)context.UserContext), node)
        : base.SelectResolver(node, context);

    /// <summary>What a plan wrote is of the right type by the way it was made.</summary>
    protected override void ValidateNodeResult(ExecutionContext context, ExecutionNode node)
    {
        if (node is not PlanExecutionNode || (node.Result is null && node.FieldDefinition.ResolvedType is NonNullGraphType))
        {
            base.ValidateNodeResult(context, node);
        }
    }
}

/// <summary>Whether the operation's caller may ask for a root field for its purpose: null, or why not.</summary>
internal delegate Domain.Shared.Refusal? RootFieldCheck(OperationContext operation, string rootField);
