using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace SharingApi.Graph.Plans;

/// <summary>A field that a plan answers as a whole: the engine does not look inside.</summary>
internal sealed class PlanExecutionNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType definition)
    : ExecutionNode(parent, graphType, field, definition, null)
{
    public override object? ToValue() => Result;

    public override bool PropagateNull() => Result is null && FieldDefinition.ResolvedType is NonNullGraphType;
}
