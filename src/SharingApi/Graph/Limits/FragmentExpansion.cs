using System.Runtime.InteropServices;
using GraphQLParser;
using GraphQLParser.AST;

namespace SharingApi.Graph.Limits;

/// <summary>
/// Sizes selections as if every fragment were written out, without writing any out: each fragment is counted once, so a
/// document whose fragments double thirty times over costs no more than its text.
/// </summary>
internal sealed class FragmentExpansion
{
    private static readonly string[] Introspection = ["__schema", "__type"];

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<GraphQLFragmentDefinition, SelectionSize> _sizes = [];
    private readonly HashSet<GraphQLFragmentDefinition> _open = [];

    public FragmentExpansion(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLFragmentDefinition fragment)
            {
                _fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
            }

            WidestSet = Math.Max(WidestSet, WidestIn((definition as IHasSelectionSetNode)?.SelectionSet));
        }

        foreach (var fragment in _fragments.Values)
        {
            SizeOf(fragment);
        }
    }

    /// <summary>Most fields that are written in one selection set anywhere.</summary>
    public int WidestSet { get; }

    /// <summary>True where a fragment leads back to itself: then nothing else here means anything.</summary>
    public bool IsCyclic { get; private set; }

    public SelectionSize SizeOf(GraphQLSelectionSet? set)
    {
        var size = default(SelectionSize);
        foreach (var selection in set?.Selections ?? [])
        {
            size = size.Beside(selection switch
            {
                GraphQLField field => OfField(field),
                GraphQLInlineFragment inline => SizeOf(inline.SelectionSet),
                GraphQLFragmentSpread spread => Find(spread) is { } fragment ? SizeOf(fragment) : SelectionSize.Leaf,
                _ => default,
            });
        }

        return size;
    }

    /// <summary>How often the most repeated field stands in one selection set, with the fragments in it.</summary>
    /// <remarks>Walks the expanded tree: only for selections whose size is known to be modest, and never for cyclic ones.</remarks>
    public int MostRepetitionsIn(GraphQLSelectionSet? set)
    {
        var tally = new Dictionary<ROM, int>();
        var inner = Tally(set, tally);
        return tally.Count == 0 ? inner : Math.Max(inner, tally.Values.Max());
    }

    private int Tally(GraphQLSelectionSet? set, Dictionary<ROM, int> tally)
    {
        var deeper = 0;
        foreach (var selection in set?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field:
                    CollectionsMarshal.GetValueRefOrAddDefault(tally, field.Name.Value, out _)++;
                    if (field.SelectionSet is not null)
                    {
                        deeper = Math.Max(deeper, MostRepetitionsIn(field.SelectionSet));
                    }

                    break;
                case GraphQLInlineFragment inline:
                    deeper = Math.Max(deeper, Tally(inline.SelectionSet, tally));
                    break;
                case GraphQLFragmentSpread spread:
                    deeper = Math.Max(deeper, Tally(Find(spread)?.SelectionSet, tally));
                    break;
            }
        }

        return deeper;
    }

    private SelectionSize OfField(GraphQLField field)
    {
        var inner = SizeOf(field.SelectionSet);
        return Array.Exists(Introspection, name => field.Name.Value == name) ? inner.UnderIntrospection() : inner.Under();
    }

    private SelectionSize SizeOf(GraphQLFragmentDefinition fragment)
    {
        if (_sizes.TryGetValue(fragment, out var size))
        {
            return size;
        }

        if (!_open.Add(fragment))
        {
            IsCyclic = true;
            return default;
        }

        size = SizeOf(fragment.SelectionSet);
        _open.Remove(fragment);
        _sizes.Add(fragment, size);
        return size;
    }

    private GraphQLFragmentDefinition? Find(GraphQLFragmentSpread spread) =>
        _fragments.GetValueOrDefault(spread.FragmentName.Name.Value);

    private static int WidestIn(GraphQLSelectionSet? set)
    {
        var widest = set?.Selections.Count ?? 0;
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is IHasSelectionSetNode { SelectionSet: { } inner })
            {
                widest = Math.Max(widest, WidestIn(inner));
            }
        }

        return widest;
    }
}

/// <summary>How large selections are.</summary>
/// <param name="Fields">Fields in all. Saturates: fragments can multiply beyond any number.</param>
/// <param name="Depth">Selection sets inside one another, leaves included.</param>
/// <param name="IntrospectionDepth">The same for the parts that ask about the schema.</param>
internal readonly record struct SelectionSize(int Fields, int Depth, int IntrospectionDepth)
{
    /// <summary>One field without selections; also what a fragment counts that is not there.</summary>
    public static readonly SelectionSize Leaf = new(1, 1, 0);

    private const int Most = 1_000_000;

    public SelectionSize Beside(SelectionSize other) => new(
        Math.Min(Most, Fields + other.Fields),
        Math.Max(Depth, other.Depth),
        Math.Max(IntrospectionDepth, other.IntrospectionDepth));

    public SelectionSize Under() => new(
        Math.Min(Most, Fields + 1), Depth + 1, IntrospectionDepth == 0 ? 0 : IntrospectionDepth + 1);

    public SelectionSize UnderIntrospection() => new(
        Math.Min(Most, Fields + 1), 0, Math.Max(Depth, IntrospectionDepth) + 1);
}
