using System.Collections;
using GraphQL.Types;
using SharingApi.Graph.Plans.Filters;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>
/// What an operation may cost: every selected field counts one for each object that it can stand on. Variables are priced by
/// the values that they have: a page of 20 costs a tenth of one of 200.
/// </summary>
/// <remarks>
/// A page multiplies what is under it by <c>first</c> or <c>last</c>, or by 50 where neither is given; <c>nodes</c> by its ids;
/// any other list, such as a person's service needs, by 5. A condition on a list in a filter counts 1,000, one
/// within another ten times as much: each level is looked up for every row of the level around it.
/// </remarks>
internal static class OperationCost
{
    private const int DefaultPage = 50;
    private const int DefaultList = 5;

    /// <summary>A condition on the rows of a list is looked up for every row that is filtered.</summary>
    private const int ListCondition = 1_000;

    /// <summary>Far beyond every limit, and far from overflow.</summary>
    private const long Most = 1_000_000_000;

    public static long Of(ExecutionContext context, IReadOnlyList<Selection> fields)
    {
        long sum = 0;
        foreach (var field in fields)
        {
            long below = 0;
            foreach (var (_, children) in field.Children)
            {
                below = Math.Max(below, Of(context, children));
            }

            sum = Math.Min(Most, sum + 1 + (SizeOf(context, field) * below) + ListConditionsIn(field.Argument(context, "where")));
        }

        return sum;
    }

    /// <summary>What a filter asks of lists; within another such condition ten times as much.</summary>
    private static long ListConditionsIn(object? filter, long each = ListCondition) => filter switch
    {
        IDictionary<string, object?> fields => fields.Sum(field => Quantifier.IsOne(field.Key)
            ? Math.Min(Most, each + ListConditionsIn(field.Value, Math.Min(Most, each * 10)))
            : ListConditionsIn(field.Value, each)),
        string => 0,
        IEnumerable list => list.Cast<object?>().Sum(one => ListConditionsIn(one, each)),
        _ => 0,
    };

    private static long SizeOf(ExecutionContext context, Selection field)
    {
        if (field.Field.Arguments?.Find("first") is not null)
        {
            return field.Argument(context, "first") as int? ?? field.Argument(context, "last") as int? ?? DefaultPage;
        }

        if (field.Argument(context, "ids") is ICollection ids)
        {
            return ids.Count;
        }

        // The entries of a connection were counted with its page.
        return IsList(field.Field.ResolvedType) && field.Field.Name is not ("nodes" or "edges") ? DefaultList : 1;
    }

    private static bool IsList(IGraphType? type) => type switch
    {
        ListGraphType => true,
        NonNullGraphType required => IsList(required.ResolvedType),
        _ => false,
    };
}
