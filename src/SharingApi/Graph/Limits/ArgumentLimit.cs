using System.Collections;
using Domain.Shared;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Limits;

/// <summary>
/// How large an argument of a root field may be: entries of a list, or the value of a number. Asked before any root field
/// runs, so that a request that asks for too much has done nothing.
/// </summary>
/// <param name="Argument">Name of the argument; null counts as 1.</param>
/// <param name="Most">Largest size; the smallest is 1.</param>
/// <param name="Refusal">What is said of a size outside, with <c>limit</c> and <c>actual</c> beside the code.</param>
internal sealed record ArgumentLimit(string Argument, int Most, Refusal Refusal)
{
    private const string Key = "sharing.argument-limit";

    public void BindTo(FieldType field) => field.Metadata[Key] = this;

    /// <summary>The refusal of the first root field whose argument is too large or empty; null where all may run.</summary>
    public static RefusalError? RefusalOf(ExecutionContext context, IReadOnlyList<Selection> roots)
    {
        foreach (var root in roots)
        {
            if (root.Field.GetMetadata<ArgumentLimit?>(Key) is { } limit && limit.RefusalOf(root.Argument(context, limit.Argument)) is { } refusal)
            {
                refusal.AddLocation(root.Syntax, context.Document);
                return refusal;
            }
        }

        return null;
    }

    private RefusalError? RefusalOf(object? value)
    {
        var size = value switch
        {
            ICollection list => list.Count,
            int number => number,
            _ => 1,
        };
        return size >= 1 && size <= Most ? null : Refusal.With(("limit", Most), ("actual", size));
    }
}

internal static class ArgumentLimits
{
    /// <summary>Holds an argument to a size of 1 to <paramref name="most"/>.</summary>
    public static FieldBuilder<TSource, TReturn> Limited<TSource, TReturn>(
        this FieldBuilder<TSource, TReturn> field, string argument, int most, Refusal refusal)
    {
        new ArgumentLimit(argument, most, refusal).BindTo(field.FieldType);
        return field;
    }
}
