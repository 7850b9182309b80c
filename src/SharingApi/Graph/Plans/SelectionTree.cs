using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>Makes the selections of an operation out of its syntax.</summary>
internal sealed class SelectionTree(ExecutionContext context)
{
    private int _count;

    /// <summary>Selections on an object type.</summary>
    public IReadOnlyList<Selection> Of(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> sets)
    {
        var merged = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var set in sets)
        {
            Collect(type, set, merged, order, []);
        }

        return [.. order.Select(name => Make(type, name, merged[name]))];
    }

    private Selection Make(IObjectGraphType type, string name, List<GraphQLField> fields)
    {
        var first = fields[0];
        var field = Find(type, first);
        var ordinal = _count++;
        var sets = fields.Select(one => one.SelectionSet).ToList();
        return new Selection(name, field, first, ordinal, field.ResolvedType?.GetNamedType() switch
        {
            IObjectGraphType target => [(target, Of(target, sets))],
            IAbstractGraphType choice => [.. choice.PossibleTypes.Select(target => (target, Of(target, sets)))],
            _ => [],
        });
    }

    private FieldType Find(IObjectGraphType type, GraphQLField field) =>
        field.Name == context.Schema.TypeNameMetaFieldType.Name ? context.Schema.TypeNameMetaFieldType
        : field.Name == context.Schema.SchemaMetaFieldType.Name ? context.Schema.SchemaMetaFieldType
        : field.Name == context.Schema.TypeMetaFieldType.Name ? context.Schema.TypeMetaFieldType
        : type.GetField(field.Name) ?? throw new InvalidOperationException($"{type.Name} has no field {field.Name.StringValue}.");

    private void Collect(
        IObjectGraphType type,
        GraphQLSelectionSet? set,
        Dictionary<string, List<GraphQLField>> merged,
        List<string> order,
        HashSet<string> spread)
    {
        foreach (var part in set?.Selections ?? [])
        {
            switch (part)
            {
                case GraphQLField field when IsIncluded(field):
                    var name = field.Alias?.Name.StringValue ?? field.Name.StringValue;
                    if (!merged.TryGetValue(name, out var fields))
                    {
                        merged.Add(name, fields = []);
                        order.Add(name);
                    }

                    fields.Add(field);
                    break;
                case GraphQLInlineFragment inline when IsIncluded(inline) && Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, merged, order, spread);
                    break;
                case GraphQLFragmentSpread named when IsIncluded(named) && spread.Add(named.FragmentName.Name.StringValue):
                    if (FragmentOf(named) is { } fragment &&
                        Applies(fragment.TypeCondition, type))
                    {
                        Collect(type, fragment.SelectionSet, merged, order, spread);
                    }

                    break;
            }
        }
    }

    private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread) => context.Document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) =>
        condition is null ||
        (context.Schema.AllTypes[condition.Type.Name.Value] is { } wanted &&
            (wanted == type || (wanted is IAbstractGraphType choice && choice.IsPossibleType(type))));

    private bool IsIncluded(ASTNode node)
    {
        if (context.DirectiveValues is not { } all || !all.TryGetValue(node, out var directives))
        {
            return true;
        }

        return !(directives.TryGetValue("skip", out var skip) && skip.Arguments["if"].Value is true) &&
            !(directives.TryGetValue("include", out var include) && include.Arguments["if"].Value is false);
    }
}
