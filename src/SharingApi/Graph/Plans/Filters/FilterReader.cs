using Domain.Persons;
using GraphQL.Types;
using Persistence.Encryption;
using Persistence.Reading;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>Reads a filter as conditions on rows, and refuses what the caller may not ask.</summary>
internal sealed class FilterReader(OperationContext operation, BlindIndex blindIndex)
{
    private static readonly Dictionary<string, object?> NoOperations = new(StringComparer.Ordinal);

    /// <summary>The first thing that was wrong, or null.</summary>
    public RefusalError? Refusal { get; private set; }

    /// <summary>The conditions; null where nothing is asked, or something was refused.</summary>
    /// <param name="filter">The input type.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="prefix">Path of the row that it is about, ending in a dot, or empty.</param>
    /// <param name="input">Where it stands in the request.</param>
    public ReadPredicate? Read(IFilterInput filter, object? value, string prefix, string input)
    {
        if (value is not IDictionary<string, object?> fields)
        {
            return null;
        }

        ReadPredicate? all = null;
        foreach (var (name, condition) in fields)
        {
            var place = $"{input}.{name}";
            all = ReadPredicate.Both(all, name switch
            {
                "and" => All(filter, condition, prefix, place),
                "or" => Any(filter, condition, prefix, place),
                _ when filter.TryFind(name, out var field) => Field(field, condition, prefix, place, TypeOf(filter, name)),
                _ => null,
            });
        }

        return all;
    }

    private static IGraphType? TypeOf(IFilterInput filter, string name) =>
        ((InputObjectGraphType)filter).Fields.Find(name)!.ResolvedType;

    private ReadPredicate? All(IFilterInput filter, object? list, string prefix, string input)
    {
        ReadPredicate? all = null;
        var i = 0;
        foreach (var part in list as IEnumerable<object?> ?? [])
        {
            all = ReadPredicate.Both(all, Read(filter, part, prefix, $"{input}[{i++}]"));
        }

        return all;
    }

    // An alternative without conditions holds for every row, and so then does the whole.
    private ReadPredicate.Any? Any(IFilterInput filter, object? list, string prefix, string input)
    {
        var parts = (list as IEnumerable<object?> ?? []).Select((part, i) => Read(filter, part, prefix, $"{input}[{i}]")).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : new ReadPredicate.Any([.. parts.OfType<ReadPredicate>()]);
    }

    private ReadPredicate? Field(InputField field, object? value, string prefix, string input, IGraphType? type)
    {
        if (field.Guard is { } item && !operation.Disclosure.IsClear(item))
        {
            Refusal ??= InputRefusals.NotAuthorized(input);
            return null;
        }

        return field.Binding switch
        {
            SameRowBinding => Read((IFilterInput)type!, value, prefix, input),
            JoinBinding join => Joined((IFilterInput)type!, value, $"{prefix}{join.Navigation}.", input),
            ChildrenBinding children => new ListConditions(
                operation, (rows, asked, place) => Read(rows, asked, "", place), refusal => Refusal ??= refusal)
                .Read((IListFilterInput)type!, children, value, prefix, input),
            CodeBinding code => value is IDictionary<string, object?> codes && codes.TryGetValue("code", out var condition)
                ? Operations(condition, prefix + code.Path, $"{input}.code", static one => one)
                : null,
            IdBinding id => Operations(value, prefix + id.Path, input, text => KeyOf(id, (string)text)),
            ColumnBinding { BlindIndex: { } index } => Blind(value, prefix + index, input),
            ColumnBinding column => Operations(value, prefix + column.Path, input, static one => one),
            _ => null,
        };
    }

    /// <summary>A person out of scope is as good as none: nothing may be asked of them.</summary>
    private ReadPredicate? Joined(IFilterInput filter, object? value, string prefix, string input)
    {
        var asked = Read(filter, value, prefix, input);
        return asked is null ? null : ReadPredicate.Both(filter.Rows.InScope(operation, prefix), asked);
    }

    private ReadPredicate? Operations(object? value, string path, string input, Func<object, object> stored)
    {
        ReadPredicate? all = null;
        foreach (var (name, operand) in value as IDictionary<string, object?> ?? NoOperations)
        {
            var word = Operation.Find(name);
            var condition = word.TakesList ? Listed(path, operand, $"{input}.{name}", one => [stored(one)])
                : operand is not null ? word.On(path, stored(operand))
                : word.Kind == OperationKind.Equal ? new ReadPredicate.IsNull(path)
                : Refuse(InputRefusals.NeedsValue($"{input}.{name}"));
            all = ReadPredicate.Both(all, word.IsNegated && condition is not null ? new ReadPredicate.Not(condition) : condition);
        }

        return all;
    }

    private ReadPredicate? Listed(string path, object? operand, string input, Func<object, IEnumerable<object>> stored)
    {
        if (operand is not IEnumerable<object?> list)
        {
            return Refuse(InputRefusals.NeedsValue(input));
        }

        var sent = list.ToList();
        if (sent.Count > InputRefusals.MostValues)
        {
            return Refuse(InputRefusals.TooManyValues(input, sent.Count));
        }

        var values = sent.OfType<object>().SelectMany(stored).ToList();
        ReadPredicate among = new ReadPredicate.In(path, values);
        return !sent.Contains(null) ? among : new ReadPredicate.Any([among, new ReadPredicate.IsNull(path)]);
    }

    private ReadPredicate? Refuse(RefusalError refusal)
    {
        Refusal ??= refusal;
        return null;
    }

    // An id of another kind or shape is nobody's: it equals no key.
    private static object KeyOf(IdBinding binding, string id) =>
        binding.Key(NodeKey.TryRead(id, binding.Prefix, out var key) ? key : Guid.Empty);

    /// <summary>Equality with an encrypted value is membership of its digests, under whichever key it was stored.</summary>
    private ReadPredicate? Blind(object? value, string path, string input)
    {
        ReadPredicate? all = null;
        foreach (var (name, operand) in value as IDictionary<string, object?> ?? NoOperations)
        {
            all = ReadPredicate.Both(all, Listed(
                path, Operation.Find(name).TakesList ? operand : new[] { operand }, $"{input}.{name}", Digests));
        }

        return all;
    }

    private IEnumerable<object> Digests(object value) => value switch
    {
        IdNumber number => blindIndex.AllOfIdNumber(number),
        string phone => blindIndex.AllOfPhone(phone),
        _ => throw new InvalidOperationException("There is no blind index of this type."),
    };
}
