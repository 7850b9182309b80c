using System.Text;
using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>Rows by their ids: <c>node</c> and <c>nodes</c>. An id that is unknown, out of reach or misspelt answers null.</summary>
/// <param name="isList">Whether many are asked for.</param>
internal sealed class NodesRoot(bool isList) : PlanRoot
{
    private const int Most = 1_000;

    public override PreparedRead? Prepare(PlanRequest request)
    {
        var (selection, lists) = (request.Selection, request.Lists);
        var ids = isList
            ? [.. ((IEnumerable<object?>)lists.Argument(selection, "ids")!).Select(id => id!.ToString()!)]
            : new List<string> { lists.Argument(selection, "id")!.ToString()! };
        if (ids.Count > Most)
        {
            return request.Refuse(new Refusal("LIMIT_LIST_SIZE", $"`ids` takes at most {Most} values.")
                .With(("input", "ids"), ("max", Most), ("requested", ids.Count)));
        }

        lists.ReadChildren(selection.Children);
        if (lists.Refusal is not null)
        {
            return null;
        }

        var plans = request.GetOrCompile(ShapeOf(request), builder => Compile(builder, request));
        foreach (var note in plans.SelectMany(plan => plan.Plan.Notes.Notes).DistinctBy(note => string.Join('.', note.Path), StringComparer.Ordinal))
        {
            request.Operation.Notes.Add(note);
        }

        return new PreparedNodes(request, plans, ids, isList);
    }

    /// <summary>Who reads a row can go by the caller's role, which the disclosure does not know.</summary>
    private static string ShapeOf(PlanRequest request)
    {
        var shape = new StringBuilder();
        foreach (var rows in request.Selection.Children.Select(choice => choice.Type).OfType<IRowType>())
        {
            rows.InScope(request.Operation, "")?.AppendShape(shape);
            shape.Append('/');
        }

        return shape.ToString();
    }

    private static List<NodePlan> Compile(PlanBuilder builder, PlanRequest request) =>
    [
        .. request.Selection.Children.Where(choice => choice.Type is IRowType).Select(choice =>
        {
            var rows = (IRowType)choice.Type;
            var plan = KeyedRowsPlan.Compile(builder.Fork(), rows, choice.Fields, request.Path);
            return new NodePlan(RowsBuilder.IdOf(rows).Prefix, plan);
        }),
    ];
}

/// <summary>How the nodes of one kind are read.</summary>
/// <param name="Prefix">How their ids begin.</param>
/// <param name="Plan">The plan.</param>
internal sealed record NodePlan(string Prefix, KeyedRowsPlan Plan);
