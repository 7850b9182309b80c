using System.Text;
using GraphQL;
using GraphQL.Types;
using Persistence.Encryption;
using Persistence.Reading;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans.Filters;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>What the arguments of one list ask: conditions and order.</summary>
internal sealed record ListRequest(ReadPredicate? Where, IReadOnlyList<SortKey> Order);

/// <summary>Reads the arguments of a root field and of all lists under it, before anything is read from the register.</summary>
internal sealed class ListReading(ExecutionContext context, OperationContext operation, BlindIndex blindIndex)
{
    private readonly Dictionary<int, ListRequest> _lists = [];
    private readonly StringBuilder _shape = new();

    public OperationContext Operation => operation;

    public BlindIndex BlindIndex => blindIndex;

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
    public ListRequest Read(Selection selection, IRowType rows, ReadPredicate? visible)
    {
        var filters = new FilterReader(operation, blindIndex);
        var where = selection.Field.Arguments?.Find("where")?.ResolvedType is IFilterInput filter
            ? filters.Read(filter, Argument(selection, "where"), "", "where")
            : null;
        var sorts = new SortReader(operation);
        var sort = selection.Field.Arguments?.Find("order")?.ResolvedType?.GetNamedType() as ISortInput;
        var order = sorts.Read("order", Argument(selection, "order"), sort, KeyOf(rows));
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
                if (FieldBinding.Of(field.Field) is ChildrenBinding)
                {
                    var rows = (IRowType)field.Children[0].Type;
                    Read(field, rows, rows.Visible(operation, ""));
                }

                ReadChildren(field.Children);
            }
        }
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
        rows.Fields.Select(FieldBinding.Of).OfType<IdBinding>().FirstOrDefault()?.Path ?? rows.NaturalKey;

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
