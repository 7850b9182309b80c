using GraphQL.Types;
using Persistence.Reading;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>Reads the order of a list as sort keys with a unique last one, and refuses keys that are not clear to the caller.</summary>
internal sealed class SortReader(OperationContext operation)
{
    private static readonly Dictionary<string, object?> Nothing = new(StringComparer.Ordinal);

    private readonly List<SortKey> _keys = [];

    public RefusalError? Refusal { get; private set; }

    /// <param name="input">Where the order stands in the request.</param>
    /// <param name="list">What was sent: a list of sort inputs, or nothing.</param>
    /// <param name="sort">The input type; null where the list has no order argument.</param>
    /// <param name="tieBreaker">Path of a property without equals.</param>
    public IReadOnlyList<SortKey> Read(string input, object? list, ISortInput? sort, string tieBreaker)
    {
        var i = 0;
        foreach (var part in list as IEnumerable<object?> ?? [])
        {
            Read(sort!, part, "", $"{input}[{i++}]");
        }

        if (_keys.Count > InputRefusals.MostSortKeys)
        {
            Refusal ??= InputRefusals.TooManySortKeys(input, _keys.Count);
        }

        Add(tieBreaker, false);
        var last = _keys.FindIndex(key => string.Equals(key.Path, tieBreaker, StringComparison.Ordinal));
        _keys.RemoveRange(last + 1, _keys.Count - last - 1);
        return _keys;
    }

    private void Read(ISortInput sort, object? value, string prefix, string input)
    {
        foreach (var (name, wish) in value as IDictionary<string, object?> ?? Nothing)
        {
            if (wish is null || !sort.TryFind(name, out var field))
            {
                continue;
            }

            var place = $"{input}.{name}";
            if (field.Guard is { } item && !operation.Disclosure.IsClear(item))
            {
                Refusal ??= InputRefusals.NotAuthorized(place);
                continue;
            }

            switch (field.Binding)
            {
                case SameRowBinding:
                    Read(Nested(sort, name), wish, prefix, place);
                    break;
                case JoinBinding join:
                    Read(Nested(sort, name), wish, $"{prefix}{join.Navigation}.", place);
                    break;
                case CodeBinding code when wish is IDictionary<string, object?> codes && codes.TryGetValue("code", out var direction):
                    Add(prefix + code.Path, direction is SortDirection.Descending);
                    break;
                case ColumnBinding column:
                    Add(prefix + column.Path, wish is SortDirection.Descending);
                    break;
                case IdBinding id:
                    Add(prefix + id.Path, wish is SortDirection.Descending);
                    break;
            }
        }
    }

    private static ISortInput Nested(ISortInput sort, string name) =>
        (ISortInput)((InputObjectGraphType)sort).Fields.Find(name)!.ResolvedType!;

    private void Add(string path, bool descending)
    {
        if (!_keys.Exists(key => string.Equals(key.Path, path, StringComparison.Ordinal)))
        {
            _keys.Add(new SortKey(path, descending));
        }
    }
}
