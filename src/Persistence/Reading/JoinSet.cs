using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>A table and those that are joined to it, each once, as paths ask for them.</summary>
internal sealed class JoinSet(RegisterModel model, ISqlDialect dialect, Type source, string alias, string prefix)
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, string>> _filters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sourceColumns = new(StringComparer.Ordinal);
    private readonly StringBuilder _joins = new();

    public Type SourceType => source;

    /// <summary>The joins alone.</summary>
    public string Joins => _joins.ToString();

    /// <summary>The table with its joins.</summary>
    public string Tables => $"{dialect.Quote(model.TableOf(source))} AS {alias}{_joins}";

    /// <summary>Columns of the source table that were asked for, foreign keys of joins among them.</summary>
    public IReadOnlyCollection<string> SourceColumns => _sourceColumns;

    /// <summary>Says what joined rows must fulfil; before any column of them is asked for.</summary>
    public void Filter(IReadOnlyDictionary<string, ReadPredicate> filters, List<ParameterSlot> slots)
    {
        foreach (var (path, filter) in filters)
        {
            var target = source;
            foreach (var name in path.Split('.'))
            {
                target = model.NavigationOf(target, name).TargetEntityType.ClrType;
            }

            // Written at once, so that parameters are numbered in the order of the filters.
            const string Row = "\u0001";
            var text = new PredicateWriter(model, dialect, new JoinSet(model, dialect, target, Row, Row), slots).Write(filter);
            _filters[path] = row => text.Replace(Row, row, StringComparison.Ordinal);
        }
    }

    /// <summary>The column at the end of the path; joins what lies between.</summary>
    public string Column(string path, bool keepsJoin = false)
    {
        var resolved = model.PathOf(source, path, keepsJoin);
        var row = alias;
        var walked = new StringBuilder();
        foreach (var join in resolved.Joins)
        {
            walked.Append(walked.Length == 0 ? "" : ".").Append(join.Name);
            row = Join(row, join, walked.ToString());
        }

        return Of(row, resolved.Column);
    }

    private string Join(string from, INavigation navigation, string path)
    {
        // The same row with and without a condition are two joins: one for what is shown, one for what is filtered and sorted by.
        var filter = _filters.GetValueOrDefault(path);
        var identity = $"{from}.{navigation.Name}{(filter is null ? "" : "!")}";
        if (_aliases.TryGetValue(identity, out var known))
        {
            return known;
        }

        var joined = $"{prefix}{_aliases.Count}";
        _aliases.Add(identity, joined);

        // Left also where the row always exists: no database then begins with the joined table and has to sort the rows.
        var foreign = Of(from, navigation.ForeignKey.Properties[0].GetColumnName());
        var key = dialect.Quote(navigation.ForeignKey.PrincipalKey.Properties[0].GetColumnName());
        var table = dialect.Quote(navigation.TargetEntityType.GetTableName()!);
        var condition = filter is null ? "" : $" AND {filter(joined)}";
        _joins.Append(CultureInfo.InvariantCulture, $" LEFT JOIN {table} AS {joined} ON {joined}.{key} = {foreign}{condition}");
        return joined;
    }

    private string Of(string row, string column)
    {
        var quoted = dialect.Quote(column);
        if (string.Equals(row, alias, StringComparison.Ordinal))
        {
            _sourceColumns.Add(quoted);
        }

        return $"{row}.{quoted}";
    }
}
