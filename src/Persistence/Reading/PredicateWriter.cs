using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Persistence.Providers;

namespace Persistence.Reading;

/// <summary>Writes conditions as SQL that is true or not true, never unknown.</summary>
internal sealed class PredicateWriter(RegisterModel model, ISqlDialect dialect, JoinSet joins, List<ParameterSlot> slots)
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
        ReadPredicate.Exists exists => (negated ? "NOT " : "") + HasOne(exists),
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
        var depth = slots.Count.ToString(CultureInfo.InvariantCulture);
        var rows = new JoinSet(model, dialect, exists.Entity, "e" + depth, "e" + depth + "_");
        var foreign = rows.Column(exists.ForeignKey);
        var where = exists.Where is null ? "" : " WHERE " + new PredicateWriter(model, dialect, rows, slots).Write(exists.Where);
        return $"{joins.Column(exists.Of ?? model.KeyOf(joins.SourceType))} IN (SELECT {foreign} FROM {rows.Tables}{where})";
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
