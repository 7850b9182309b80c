using Persistence.Reading;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Graph.Plans;

/// <summary>One level of an answer: which columns are read by one statement, and how each row is written.</summary>
internal sealed class RowsPlan
{
    public required IRowType Type { get; init; }

    /// <summary>The entity that is read: that of the type, or one whose rows point at it.</summary>
    public required Type Source { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Navigations whose rows count as missing where they are out of the caller's scope.</summary>
    public required IReadOnlyList<(string Navigation, IRowType Target)> ScopedJoins { get; init; }

    /// <summary>The ways in which each row is written: a connection may ask for it twice, as a node and in an edge.</summary>
    public required IReadOnlyList<RowPart> Projections { get; init; }

    /// <summary>Selections that the caller may not see: response names from the row.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Denied { get; init; }

    public required IReadOnlyList<ChildrenPlan> Children { get; init; }

    /// <summary>Person of whom each row discloses something.</summary>
    public PersonCell? Person { get; init; }

    /// <summary>Key of the row, where rows are found again by it.</summary>
    public KeyCell? Key { get; init; }

    /// <summary>The sort keys, where cursors are written.</summary>
    public IReadOnlyList<(int Ordinal, Type Stored)> CursorKeys { get; init; } = [];

    /// <summary>Whether anything is withheld here or further down.</summary>
    public bool Withholds => Denied.Count > 0 || Children.Any(child => child.Rows.Withholds);

    /// <summary>The query of this level for a caller.</summary>
    public ReadQuery QueryFor(OperationContext operation, ReadPredicate? where, IReadOnlyList<SortKey> order) => new()
    {
        Source = Source,
        Columns = Columns,
        Where = where,
        Order = order,
        JoinFilters = ScopedJoins.Count == 0
            ? new Dictionary<string, ReadPredicate>(StringComparer.Ordinal)
            : ScopedJoins.Select(join => (join.Navigation, Filter: join.Target.InScope(operation, "")))
                .Where(join => join.Filter is not null)
                .ToDictionary(join => join.Navigation, join => join.Filter!, StringComparer.Ordinal),
    };
}

/// <summary>The children of a level's rows.</summary>
/// <param name="Rows">How they are read and written.</param>
/// <param name="ForeignKey">Their property with the parent's key.</param>
/// <param name="Site">Ordinal of the selection whose arguments filter and order them.</param>
/// <param name="Names">Response names from the parent's row.</param>
internal sealed record ChildrenPlan(RowsPlan Rows, string ForeignKey, int Site, IReadOnlyList<string> Names)
{
    /// <summary>Reads whose child a row is.</summary>
    public required KeyCell Parent { get; init; }

    /// <summary>A parent's key as the model has it.</summary>
    public required Func<Guid, object> Key { get; init; }

    /// <summary>How the rows of each parent are shown by pages; null for a plain list.</summary>
    public ChildPage? Page { get; init; }

    /// <summary>Counts the children of each parent, where that is asked for.</summary>
    public ReadStatement? Count { get; init; }

    /// <summary>Whether their parents are never more than one, as those of a look-up.</summary>
    public bool IsOfOne { get; init; }

    /// <summary>The statement, written with the plan; null where the caller sees no such row.</summary>
    public ReadStatement? Statement { get; init; }

    /// <summary>The query of the children of these parents.</summary>
    public ReadQuery QueryFor(OperationContext operation, ListRequest list, IReadOnlyList<object> parents) =>
        Rows.QueryFor(operation, list.Where, list.Order) with
        {
            Parents = ParentsOf(parents) with { FirstOfEach = list.Page?.Size + 1 },
            After = list.After,
        };

    /// <summary>Counts the children of each of these parents.</summary>
    public ReadQuery CountOf(ListRequest list, IReadOnlyList<object> parents) => new()
    {
        Source = Rows.Source,
        Columns = [],
        Where = list.Where,
        Counts = true,
        Parents = ParentsOf(parents),
    };

    private ParentRows ParentsOf(IReadOnlyList<object> parents) => new(ForeignKey, parents) { IsOne = IsOfOne };
}

/// <summary>Where a row has its key.</summary>
internal sealed record KeyCell(int Ordinal, Func<System.Data.Common.DbDataReader, int, Guid> Read);
