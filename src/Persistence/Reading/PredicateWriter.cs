using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>Writes conditions as SQL that is true or not true, never unknown.</summary>
/// <param name="model">Knows tables and columns.</param>
/// <param name="dialect">Knows how the database writes.</param>
/// <param name="joins">The rows that the conditions are on.</param>
/// <param name="slots">Takes the parameters.</param>
/// <param name="depth">How many conditions on other rows this one stands in.</param>
internal sealed class PredicateWriter(
    RegisterModel model, ISqlDialect dialect, JoinSet joins, List<ParameterSlot> slots, int depth = 0)
{
    private const string True = "1 = 1";
    private const string False = "1 = 0";

    public string Write(ReadPredicate predicate) => Write(predicate, false);

    public string IsChildOf(ParentRows parents) => parents.IsOne
        ? $"{joins.Column(parents.ForeignKey)} = {Add(PathOf(parents.ForeignKey).Mapping, SlotForm.Value)}"
        : Listed(parents.ForeignKey);

    /// <summary>A parameter for a part of a cursor: a value as the property stores it.</summary>
    public string AddStored(string path) => Add(PathOf(path).Mapping, SlotForm.Stored);

    public bool IsNullable(string path) => PathOf(path).IsNullable;

    public string Add(RelationalTypeMapping mapping, SlotForm form, TextMatch? match = null)
    {
        var name = dialect.Parameter(slots.Count);
        slots.Add(new ParameterSlot(name, mapping, form, match));
        return name;
    }

    private string Write(ReadPredicate predicate, bool negated) => predicate switch
    {
        ReadPredicate.All all => Join(all.Parts, negated ? " OR " : " AND ", negated ? False : True, negated),
        ReadPredicate.Any any => Join(any.Parts, negated ? " AND " : " OR ", negated ? True : False, negated),
        ReadPredicate.Not not => Write(not.Part, !negated),
        ReadPredicate.Compare compare => Complete(
            $"{joins.Column(compare.Path)} {Sign(compare.Operator, negated)} {Add(PathOf(compare.Path).Mapping, SlotForm.Value)}",
            compare.Path,
            negated),
        ReadPredicate.In list => Complete((negated ? "NOT " : "") + Listed(list.Path), list.Path, negated),
        ReadPredicate.IsNull missing => $"{joins.Column(missing.Path)} IS {(negated ? "NOT " : "")}NULL",
        ReadPredicate.Like like => Complete((negated ? "NOT " : "") + Matches(like), like.Path, negated),
        ReadPredicate.Exists exists => negated ? HasNone(exists) : HasOne(exists),
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };

    private string Join(IReadOnlyList<ReadPredicate> parts, string word, string none, bool negated) =>
        parts.Count == 0 ? none : $"({string.Join(word, parts.Select(part => Write(part, negated)))})";

    /// <summary>A negated condition also holds where there is no value.</summary>
    private string Complete(string condition, string path, bool negated) =>
        negated && PathOf(path).IsNullable ? $"({condition} OR {joins.Column(path)} IS NULL)" : condition;

    private string Listed(string path)
    {
        var resolved = PathOf(path);
        return dialect.InList(joins.Column(path), Add(resolved.Mapping, SlotForm.List), resolved.StoredType);
    }

    private string Matches(ReadPredicate.Like like) => dialect.MatchesText(
        joins.Column(like.Path), Add(PathOf(like.Path).Mapping, SlotForm.Pattern, like.Match), like.Match);

    /// <summary>As a list of keys: beside another condition that an index answers, a correlated EXISTS reads every row.</summary>
    private string HasOne(ReadPredicate.Exists exists)
    {
        var rows = RowsOf(exists);
        var foreign = rows.Column(exists.ForeignKey);
        var where = exists.Where is null ? "" : $" WHERE {Inside(rows).Write(exists.Where)}";
        return $"{KeyOf(exists)} IN (SELECT {foreign} FROM {rows.Tables}{where})";
    }

    /// <summary>Row by row: what has none is no short list, and a page needs a few of them only.</summary>
    private string HasNone(ReadPredicate.Exists exists)
    {
        var rows = RowsOf(exists);
        var foreign = rows.Column(exists.ForeignKey);
        var where = exists.Where is null ? "" : $" AND {Inside(rows).Write(exists.Where)}";
        return $"NOT EXISTS (SELECT 1 FROM {rows.Tables} WHERE {foreign} = {KeyOf(exists)}{where})";
    }

    private string KeyOf(ReadPredicate.Exists exists) => joins.Column(exists.Of ?? model.KeyOf(joins.SourceType));

    private PredicateWriter Inside(JoinSet rows) => new(model, dialect, rows, slots, depth + 1);

    /// <summary>Under a name that none of the rows around it has.</summary>
    private JoinSet RowsOf(ReadPredicate.Exists exists)
    {
        var name = new string('e', depth + 1) + slots.Count.ToString(CultureInfo.InvariantCulture);
        return new JoinSet(model, dialect, exists.Entity, name, name + "_");
    }

    private ModelPath PathOf(string path) => model.PathOf(joins.SourceType, path);

    private static string Sign(Comparison comparison, bool negated = false) => (comparison, negated) switch
    {
        (Comparison.Equal, false) => "=",
        (Comparison.Equal, true) => "<>",
        (Comparison.Less, false) or (Comparison.AtLeast, true) => "<",
        (Comparison.Greater, false) or (Comparison.AtMost, true) => ">",
        (Comparison.AtMost, false) or (Comparison.Greater, true) => "<=",
        (Comparison.AtLeast, false) or (Comparison.Less, true) => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
