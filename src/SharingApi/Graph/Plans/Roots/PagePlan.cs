using System.Text;
using System.Text.Json;
using Persistence.Reading;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>The compiled plan of a page.</summary>
internal sealed class PagePlan
{
    public required RowsPlan Rows { get; init; }

    /// <summary>The fields of the connection, in the order of the selection.</summary>
    public required IReadOnlyList<PageField> Fields { get; init; }

    /// <summary>Null where the caller reaches no row: nothing is run then.</summary>
    public required ReadStatement? Page { get; init; }

    public required ReadStatement? Count { get; init; }

    public required PlanNotes Notes { get; init; }

    public bool Counts => Fields.Any(one => one.Kind == PageFieldKind.TotalCount);

    public bool WritesCursors => Rows.CursorKeys.Count > 0;

    public static PagePlan Compile(
        PlanBuilder plan, IRowType rows, Selection connection, IReadOnlyList<string> path, ReadQuery query, bool isNever)
    {
        var level = new RowsBuilder(plan, rows);
        var fields = connection.Fields.Select(field => Compile(level, connection.Children[0].Type.Name, field, [.. path, field.Name])).ToList();
        if (NeedsCursors(connection))
        {
            level.ReadCursorKeys(query.Order);
        }

        plan.GiveRowsOf(rows);
        var built = level.Build();
        var shown = built.QueryFor(plan.Operation, query.Where, query.Order);
        return new PagePlan
        {
            Rows = built,
            Fields = fields,
            Page = isNever ? null : plan.Sql.Write(shown with { After = query.After, Limit = query.Limit }),
            Count = isNever ? null : plan.Sql.Write(CountOf(query)),
            Notes = PlanNotes.Of(plan),
        };
    }

    /// <summary>The same rows, counted: no order, no page.</summary>
    public static ReadQuery CountOf(ReadQuery query) => new() { Source = query.Source, Columns = [], Where = query.Where, Counts = true };

    internal static PageField Compile(RowsBuilder level, string connection, Selection field, IReadOnlyList<string> path) => field.Field.Name switch
    {
        "nodes" => new PageField(field.Name, PageFieldKind.Rows) { Projection = level.Project(field.Fields, path) },
        "edges" => new PageField(field.Name, PageFieldKind.Rows) { Projection = level.Project(Edge(level, field, path)) },
        "pageInfo" => new PageField(field.Name, PageFieldKind.PageInfo) { Inner = field.Fields },
        "totalCount" => new PageField(field.Name, PageFieldKind.TotalCount),
        _ => new PageField(field.Name, PageFieldKind.TypeName) { Text = connection },
    };

    private static ObjectPart Edge(RowsBuilder level, Selection edges, IReadOnlyList<string> path) => new(
        [.. edges.Fields.Select(field => (field.Name, field.Field.Name switch
        {
            "cursor" => new CursorPart(),
            "node" => level.RowObject(field.Fields, [.. path, field.Name], field.Name),
            _ => (RowPart)new ConstantPart(edges.Children[0].Type.Name),
        }))],
        null,
        null);

    internal static bool NeedsCursors(Selection connection) => connection.Fields.Any(field => field.Field.Name switch
    {
        "edges" => field.Fields.Any(inner => inner.Field.Name is "cursor"),
        "pageInfo" => field.Fields.Any(inner => inner.Field.Name is "startCursor" or "endCursor"),
        _ => false,
    });
}

internal enum PageFieldKind
{
    Rows,
    PageInfo,
    TotalCount,
    TypeName,
}

/// <summary>One selected field of a connection.</summary>
internal sealed class PageField(string name, PageFieldKind kind)
{
    public string Name => name;

    public PageFieldKind Kind => kind;

    /// <summary>Rows: which way of writing them.</summary>
    public int Projection { get; init; }

    /// <summary>Page info: what is selected of it.</summary>
    public IReadOnlyList<Selection> Inner { get; init; } = [];

    /// <summary>Name and colon, as JSON.</summary>
    public ReadOnlyMemory<byte> Prefix { get; } = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(name)}\":");

    public string? Text { get; init; }
}
