using Domain.Persons;
using Persistence.Reading;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>Reads what a filter says of the rows that point at a person.</summary>
/// <param name="operation">Who asks: rows that are not clear to them are none.</param>
/// <param name="read">Reads the conditions on one row, from the path of the row on.</param>
/// <param name="refuse">Takes what was wrong.</param>
internal sealed class ListConditions(
    OperationContext operation,
    Func<IFilterInput, object?, string, ReadPredicate?> read,
    Action<RefusalError> refuse)
{
    public ReadPredicate? Read(IListFilterInput filter, ChildrenBinding children, object? value, string prefix, string input)
    {
        var rows = filter.Rows.Rows;
        if (rows.RowItems.Any() && !rows.RowItems.Any(operation.Disclosure.IsClear))
        {
            refuse(InputRefusals.NotAuthorized(input));
            return null;
        }

        var visible = rows.Visible(operation, "");
        ReadPredicate? all = null;
        foreach (var (word, operand) in value as IDictionary<string, object?> ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            var place = $"{input}.{word}";
            if (operand is null)
            {
                refuse(InputRefusals.NeedsValue(place));
                return null;
            }

            all = ReadPredicate.Both(all, Quantified(word, operand, place));
        }

        return all;

        ReadPredicate? Quantified(string word, object operand, string place)
        {
            var asked = word == Quantifier.Any ? null : read(filter.Rows, operand, place);
            return word switch
            {
                Quantifier.Any when operand is true => There(null),
                Quantifier.Any => new ReadPredicate.Not(There(null)),
                Quantifier.Some => There(asked),
                Quantifier.None => new ReadPredicate.Not(There(asked)),

                // Every row fulfils no condition at all.
                _ => asked is null ? null : new ReadPredicate.Not(There(new ReadPredicate.Not(asked))),
            };
        }

        ReadPredicate.Exists There(ReadPredicate? asked) =>
            new(rows.Row, children.ForeignKey, ReadPredicate.Both(visible, asked))
            {
                Of = prefix.Length == 0 ? null : prefix + nameof(Person.Id),
            };
    }
}
