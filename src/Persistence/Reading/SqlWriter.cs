using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>Writes the SQL of a read query over EF Core's metadata. Names come from the model, values never enter the text.</summary>
/// <remarks>
/// Joins go to keys, so they never multiply rows. A page in the order of the key is cut where it is read; in any other order it is cut
/// in a subquery over the source table and joined outside of it, so that what is sorted away was not joined first. Children of
/// several parents come in one statement, ordered by parent; the first n of each by <c>row_number</c> over the chosen parents only.
/// </remarks>
public sealed class SqlWriter(RegisterModel model, ISqlDialect dialect)
{
    private const string Source = "t";
    private const string Page = "s";
    private const string RowNumber = "row_number";

    public RegisterModel Model => model;

    public ISqlDialect Dialect => dialect;

    /// <summary>The statement of the query's shape; its slots take the values of <see cref="ReadQuery.Values"/>.</summary>
    public ReadStatement Write(ReadQuery query)
    {
        var slots = new List<ParameterSlot>();
        var inner = new JoinSet(model, dialect, query.Source, Source, "f");
        var conditions = new PredicateWriter(model, dialect, inner, slots);
        var where = new List<string>();
        if (query.Where is not null)
        {
            where.Add(conditions.Write(query.Where));
        }

        if (query.After is not null)
        {
            where.Add(KeysetWriter.Write(query.Order, query.After, inner, conditions));
        }

        if (query.Parents is not null)
        {
            where.Add(conditions.IsChildOf(query.Parents));
        }

        var first = query.Parents?.FirstOfEach is null ? null : conditions.Add(model.Number, SlotForm.Value);
        var limit = query.Limit is null ? null : dialect.Limit(conditions.Add(model.Number, SlotForm.Value));
        var order = OrderOf(query, inner);
        var sql = query.Counts ? Count(query, inner, where)
            : first is not null || (limit is not null && NeedsJoins(query) && !IsInOrderOfKey(query)) ? Nested(query, inner, where, order, first, limit, slots)
            : Flat(query, inner, where, order, limit, slots);
        return new ReadStatement(sql, slots);
    }

    private static string Count(ReadQuery query, JoinSet inner, List<string> where)
    {
        if (query.Parents is not { } parents)
        {
            return $"SELECT COUNT(*) FROM {inner.Tables}{Where(where)}";
        }

        var parent = inner.Column(parents.ForeignKey);
        return $"SELECT {parent}, COUNT(*) FROM {inner.Tables}{Where(where)} GROUP BY {parent}";
    }

    private string Flat(
        ReadQuery query, JoinSet inner, List<string> where, string order, string? limit, List<ParameterSlot> slots)
    {
        var columns = SelectOf(query, inner, slots);
        return $"SELECT {columns} FROM {inner.Tables}{Where(where)}{OrderBy(order)}{(limit is null ? "" : " " + limit)}";
    }

    private string Nested(
        ReadQuery query, JoinSet inner, List<string> where, string order, string? first, string? limit, List<ParameterSlot> slots)
    {
        var outer = new JoinSet(model, dialect, query.Source, Page, "j");
        var columns = SelectOf(query, outer, slots);
        var carried = outer.SourceColumns.Order(StringComparer.Ordinal).Select(column => $"{Source}.{column} AS {column}").ToList();
        var keys = new List<string>();
        if (first is not null)
        {
            var parent = inner.Column(query.Parents!.ForeignKey);
            carried.Add($"row_number() OVER (PARTITION BY {parent}{OrderBy(order)}) AS {dialect.Quote(RowNumber)}");
            carried.Add($"{parent} AS {dialect.Quote("parent")}");
            keys.Add($"{Page}.{dialect.Quote("parent")}");
            keys.Add($"{Page}.{dialect.Quote(RowNumber)}");
        }
        else
        {
            for (var i = 0; i < query.Order.Count; i++)
            {
                var path = model.PathOf(query.Source, query.Order[i].Path);
                var name = dialect.Quote($"key{i}");
                carried.Add($"{inner.Column(query.Order[i].Path)} AS {name}");
                keys.Add(dialect.SortKey($"{Page}.{name}", query.Order[i].Descending, path.IsNullable));
            }
        }

        var cut = first is null ? $"{OrderBy(order)} {limit}" : "";
        var page = $"SELECT {string.Join(", ", carried)} FROM {inner.Tables}{Where(where)}{cut}";
        var chosen = first is null ? "" : $" WHERE {Page}.{dialect.Quote(RowNumber)} <= {first}";
        return $"SELECT {columns} FROM ({page}) AS {Page}{outer.Joins}{chosen}{OrderBy(string.Join(", ", keys))}";
    }

    /// <summary>The selected columns; joins them where needed, with what each joined row must fulfil.</summary>
    private string SelectOf(ReadQuery query, JoinSet joins, List<ParameterSlot> slots)
    {
        joins.Filter(query.JoinFilters, slots);
        var columns = query.Columns.Select(path => joins.Column(path, query.JoinFilters.Keys.Any(
            join => path.StartsWith(join + ".", StringComparison.Ordinal)))).ToList();

        // Rows of which nothing is read are still rows: somebody counts them, or asks whether there are more.
        return columns.Count == 0 ? "1" : string.Join(", ", columns);
    }

    private string OrderOf(ReadQuery query, JoinSet inner)
    {
        var keys = query.Order.Select(key =>
            dialect.SortKey(inner.Column(key.Path), key.Descending, model.PathOf(query.Source, key.Path).IsNullable));
        return string.Join(", ", query.Parents is { FirstOfEach: null } parents ? keys.Prepend(inner.Column(parents.ForeignKey)) : keys);
    }

    private bool NeedsJoins(ReadQuery query) =>
        query.JoinFilters.Count > 0 || query.Columns.Any(path => model.PathOf(query.Source, path).Joins.Count > 0);

    /// <summary>An index has the rows in this order already; cut in a subquery they would be sorted once more outside.</summary>
    private bool IsInOrderOfKey(ReadQuery query) =>
        query.Order is [var only] && string.Equals(only.Path, model.KeyOf(query.Source), StringComparison.Ordinal);

    private static string Where(List<string> conditions) =>
        conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";

    private static string OrderBy(string keys) => keys.Length == 0 ? "" : $" ORDER BY {keys}";
}
