using GraphQL;
using Persistence.Reading;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>A list by pages: the rows that the caller reaches, filtered and ordered as asked.</summary>
internal sealed class PageRoot : PlanRoot
{
    public override PreparedRead? Prepare(PlanRequest request)
    {
        var (selection, lists, operation) = (request.Selection, request.Lists, request.Operation);
        var rows = RowsOf(selection);
        var visible = ReadPredicate.Both(rows.InScope(operation, ""), rows.Visible(operation, ""));
        var list = lists.Read(selection, rows, visible);
        lists.ReadChildren(selection.Children);
        var asked = PageRequest.Read(lists, selection);
        if (lists.Refusal is not null || asked is null)
        {
            return null;
        }

        var whole = new ReadQuery { Source = rows.Row, Columns = [], Where = list.Where, Order = asked.Order(list.Order) };
        var binding = new Lazy<byte[]>(() =>
            Cursors.Bind(operation, selection.Field.Name, ShapeOf(list), whole.Values()));
        object?[]? after = null;
        if (asked.Cursor is { } cursor)
        {
            var order = whole.Order.Select(key => request.Services.Sql.Model.PathOf(rows.Row, key.Path)).ToList();
            if (!request.Services.Cursors.Open(cursor, binding.Value, order).Succeeded(out after, out var refusal))
            {
                return request.Refuse(new Errors.RefusalError(refusal));
            }
        }

        var query = whole with { After = after, Limit = asked.Size + 1 };
        var plan = request.GetOrCompile(
            asked.Shape(after), builder => PagePlan.Compile(builder, rows, selection, request.Path, query, list.Where?.IsNever == true));
        request.Note(plan.Notes);
        return new PreparedPage(request, plan, query, asked, binding);
    }

    /// <summary>The type of the rows that a connection lists.</summary>
    private static IRowType RowsOf(Selection connection) =>
        (IRowType)connection.Children[0].Type.Fields.Find("nodes")!.ResolvedType!.GetNamedType();

    private static string ShapeOf(ListRequest list)
    {
        var shape = new System.Text.StringBuilder();
        list.Where?.AppendShape(shape);
        foreach (var key in list.Order)
        {
            shape.Append(key.Descending ? '-' : '+').Append(key.Path);
        }

        return shape.ToString();
    }
}
