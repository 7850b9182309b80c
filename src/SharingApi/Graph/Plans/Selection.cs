using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>A field of an operation with what is selected under it: fragments spread, repeated fields merged, skipped ones left out.</summary>
/// <param name="Name">Response name.</param>
/// <param name="Field">The field of the schema.</param>
/// <param name="Syntax">The first of the fields in the document that were merged: its arguments hold for all of them.</param>
/// <param name="Ordinal">Number of the selection in its tree: equal for equal documents.</param>
/// <param name="Children">What is selected, for each object type that can stand here.</param>
internal sealed record Selection(
    string Name, FieldType Field, GraphQLField Syntax, int Ordinal, IReadOnlyList<(IObjectGraphType Type, IReadOnlyList<Selection> Fields)> Children)
{
    /// <summary>The one object type that stands here, and what is selected of it.</summary>
    public IReadOnlyList<Selection> Fields => Children.Count == 0 ? [] : Children[0].Fields;

    /// <summary>The value of an argument, coerced; null where it was not given and has no default.</summary>
    public object? Argument(ExecutionContext context, string name) =>
        context.ArgumentValues is { } all && all.TryGetValue(Syntax, out var values) && values.TryGetValue(name, out var value)
            ? value.Value
            : null;

    public bool IsTypeName => string.Equals(Field.Name, "__typename", StringComparison.Ordinal);
}
