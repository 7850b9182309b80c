namespace Persistence.Reading;

/// <summary>Writes the condition that a row comes after another one in the order of a page.</summary>
/// <remarks>
/// <c>k1 &gt;= @a AND (k1 &gt; @a OR (k1 = @a AND k2 &gt; @b))</c>: the outer bound lets an index on the first key begin at the right place.
/// Null is smaller than every value. A null is written as <c>IS NULL</c>, never bound.
/// </remarks>
internal static class KeysetWriter
{
    public static string Write(
        IReadOnlyList<SortKey> order, IReadOnlyList<object?> after, JoinSet joins, PredicateWriter conditions)
    {
        // Parameters are numbered once for each key, in the order of the keys, and used wherever the key is compared.
        var equal = new string[order.Count];
        var beyond = new string?[order.Count];
        string? bound = null;
        for (var i = 0; i < order.Count; i++)
        {
            var column = joins.Column(order[i].Path);
            if (after[i] is null)
            {
                equal[i] = $"{column} IS NULL";
                beyond[i] = order[i].Descending ? null : $"{column} IS NOT NULL";
                continue;
            }

            var value = conditions.AddStored(order[i].Path);
            equal[i] = $"{column} = {value}";
            beyond[i] = !order[i].Descending ? $"{column} > {value}"
                : conditions.IsNullable(order[i].Path) ? $"({column} < {value} OR {column} IS NULL)" : $"{column} < {value}";
            if (i == 0 && !(order[i].Descending && conditions.IsNullable(order[i].Path)))
            {
                bound = $"{column} {(order[i].Descending ? "<=" : ">=")} {value}";
            }
        }

        var condition = beyond[^1] ?? "1 = 0";
        for (var i = order.Count - 2; i >= 0; i--)
        {
            var same = $"({equal[i]} AND {condition})";
            condition = beyond[i] is null ? same : $"({beyond[i]} OR {same})";
        }

        return bound is null || order.Count == 1 ? condition : $"{bound} AND {condition}";
    }
}
