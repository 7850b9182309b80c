using System.Text;
using GraphQL;
using GraphQL.Types;
using Persistence.Encryption;
using Persistence.Reading;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans.Filters;
using SharingApi.Graph.Plans.Roots;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>What the arguments of one list ask: conditions and order.</summary>
internal sealed record ListRequest(ReadPredicate? Where, IReadOnlyList<SortKey> Order)
{
    /// <summary>Where it is a connection inside of another list: which page.</summary>
    public PageRequest? Page { get; init; }

    /// <summary>Key values after which the page begins.</summary>
    public IReadOnlyList<object?>? After { get; init; }

    /// <summary>What the cursors of the page are bound to.</summary>
    public byte[]? Binding { get; init; }
}

/// <summary>Reads the arguments of a root field and of all lists under it, before anything is read from the register.</summary>
internal sealed class ListReading(ExecutionContext context, OperationContext operation, PlanServices services)
{
    private readonly Dictionary<int, ListRequest> _lists = [];
    private readonly StringBuilder _shape = new();

    public OperationContext Operation => operation;

    public BlindIndex BlindIndex => services.BlindIndex;

    public Cursors Cursors => services.Cursors;

    public RefusalError? Refusal { get; private set; }

    /// <summary>All that the arguments change in the SQL.</summary>
    public string Shape => _shape.ToString();

    public ListRequest Of(Selection selection) => _lists[selection.Ordinal];

    public ListRequest Of(int site) => _lists[site];

    /// <summary>The value of an argument; null where it was not given.</summary>
    public object? Argument(Selection selection, string name) => selection.Argument(context, name);

    /// <summary>Reads <c>where</c> and <c>order</c> of a list.</summary>
    /// <param name="selection">The field.</param>
    /// <param name="rows">Type of its rows.</param>
    /// <param name="visible">What holds whatever the caller asks.</param>
    /// <param name="through">Path from what is read to the rows, ending in a dot, or empty.</param>
    public ListRequest Read(Selection selection, IRowType rows, ReadPredicate? visible, string through = "")
    {
        var filters = new FilterReader(operation, BlindIndex);
        var where = selection.Field.Arguments?.Find("where")?.ResolvedType is IFilterInput filter
            ? filters.Read(filter, Argument(selection, "where"), "", "where")
            : null;
        var sorts = new SortReader(operation);
        var sort = selection.Field.Arguments?.Find("order")?.ResolvedType?.GetNamedType() as ISortInput;
        var order = sorts.Read("order", Argument(selection, "order"), sort, through + KeyOf(rows));
        Refuse(filters.Refusal ?? sorts.Refusal, selection);
        var list = new ListRequest(ReadPredicate.Both(visible, where), order);
        _lists.Add(selection.Ordinal, list);
        Append(selection.Ordinal, list);
        return list;
    }

    /// <summary>Reads the arguments of all lists of persons' children under a selection.</summary>
    public void ReadChildren(IReadOnlyList<(IObjectGraphType Type, IReadOnlyList<Selection> Fields)> choices)
    {
        foreach (var (_, fields) in choices)
        {
            foreach (var field in fields)
            {
                if (FieldBinding.Of(field.Field) is ChildrenBinding children)
                {
                    ReadChildren(field, children);
                }

                ReadChildren(field.Children);
            }
        }
    }

    private void ReadChildren(Selection field, ChildrenBinding children)
    {
        var rows = ChildrenBinding.RowsOf(field);

        // Children of a row in scope are in scope; what is only pointed at by them is asked for itself.
        var visible = ReadPredicate.Both(
            children.Through.Length == 0 ? null : rows.InScope(operation, children.Through), rows.Visible(operation, children.Through));
        var list = Read(field, rows, visible, children.Through);
        if (!children.IsPaged || PageRequest.Read(this, field) is not { } page)
        {
            return;
        }

        var binding = Plans.Cursors.Bind(operation, field.Field.Name, string.Concat(list.Order.Select(key => key.Path)), []);
        object?[]? after = null;
        if (page.Cursor is { } cursor)
        {
            var order = list.Order.Select(key => services.Sql.Model.PathOf(children.Source, key.Path)).ToList();
            if (!Cursors.Open(cursor, binding, order).Succeeded(out after, out var refusal))
            {
                Refuse(new RefusalError(refusal), field);
                return;
            }
        }

        _lists[field.Ordinal] = list with { Page = page, After = after, Binding = binding };
        _shape.Append(page.Shape(after));
    }

    /// <summary>Keeps the first refusal, with the place of the field in the document.</summary>
    public void Refuse(RefusalError? refusal, Selection selection)
    {
        if (refusal is not null && Refusal is null)
        {
            refusal.AddLocation(selection.Syntax, context.Document);
            Refusal = refusal;
        }
    }

    private static string KeyOf(IRowType rows) =>
        rows.NaturalKey ?? rows.Fields.Select(FieldBinding.Of).OfType<IdBinding>().FirstOrDefault()?.Path ?? "Id";

    private void Append(int site, ListRequest list)
    {
        _shape.Append(site).Append(':');
        list.Where?.AppendShape(_shape);
        foreach (var key in list.Order)
        {
            _shape.Append(key.Descending ? '-' : '+').Append(key.Path);
        }

        _shape.Append(';');
    }
}
