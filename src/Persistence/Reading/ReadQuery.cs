namespace Persistence.Reading;

/// <summary>What to read, in the words of the model and of no database.</summary>
public sealed record ReadQuery
{
    /// <summary>The entity whose rows are read.</summary>
    public required Type Source { get; init; }

    /// <summary>Properties by path, in the order in which the reader gives them; to-one navigations are joined.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public ReadPredicate? Where { get; init; }

    /// <summary>Sort keys; the last must be unique where a page is cut. Nulls come first when ascending, last when descending.</summary>
    public IReadOnlyList<SortKey> Order { get; init; } = [];

    /// <summary>Key values of the row after which the page begins, one for each sort key, as stored.</summary>
    public IReadOnlyList<object?>? After { get; init; }

    /// <summary>Number of rows to read at most.</summary>
    public int? Limit { get; init; }

    /// <summary>By navigation path: what a joined row must fulfil, or it counts as missing.</summary>
    public IReadOnlyDictionary<string, ReadPredicate> JoinFilters { get; init; } = NoFilters;

    /// <summary>Where the rows are children: of which parents.</summary>
    public ParentRows? Parents { get; init; }

    /// <summary>Count the rows instead of reading them; with parents, those of each, after its key.</summary>
    public bool Counts { get; init; }

    /// <summary>The values of the parameters, in the order in which <see cref="SqlWriter"/> numbers them.</summary>
    public List<object> Values()
    {
        var values = new List<object>();
        Where?.AddValues(values);
        values.AddRange(After?.OfType<object>() ?? []);
        if (Parents is not null)
        {
            values.Add(Parents.IsOne ? Parents.Keys[0] : Parents.Keys);
        }

        if (Parents?.FirstOfEach is { } first)
        {
            values.Add(first);
        }

        if (Limit is not null)
        {
            values.Add(Limit);
        }

        foreach (var filter in JoinFilters.Values)
        {
            filter.AddValues(values);
        }

        return values;
    }

    private static readonly Dictionary<string, ReadPredicate> NoFilters = [];
}

/// <param name="Path">The property.</param>
/// <param name="Descending">From the greatest.</param>
public sealed record SortKey(string Path, bool Descending = false);

/// <summary>The parents whose children are read by one statement.</summary>
/// <param name="ForeignKey">Property of the child that holds the parent's key.</param>
/// <param name="Keys">Keys of the parents.</param>
/// <param name="FirstOfEach">At most so many children of each parent.</param>
public sealed record ParentRows(string ForeignKey, IReadOnlyList<object> Keys, int? FirstOfEach = null)
{
    /// <summary>There is never more than one parent: its key is compared instead of being looked for in a list.</summary>
    public bool IsOne { get; init; }
}
