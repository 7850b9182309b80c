using GraphQL.Types;

namespace SharingApi.Graph.Schema;

/// <summary>A list by pages, shaped as Hot Chocolate shapes it: <c>PersonsConnection</c> and <c>PersonsEdge</c>.</summary>
/// <typeparam name="TNode">Graph type of the entries.</typeparam>
internal abstract class ConnectionType<TNode> : ObjectGraphType<Page>
    where TNode : IGraphType
{
    /// <param name="plural">The list's name in the schema, such as <c>Persons</c>.</param>
    /// <param name="english">What the entries are, such as <c>persons</c>.</param>
    /// <param name="chinese">The same in Chinese, such as <c>人员</c>.</param>
    protected ConnectionType(string plural, string english, string chinese)
    {
        Name = plural + "Connection";
        Description = $"A page of {english}. 分页的{chinese}列表。";

        var edge = new EdgeType<TNode>(plural, english, chinese);
        Field("edges", new ListGraphType(new NonNullGraphType(edge)))
            .Description($"The {english} of this page with their cursors. 本页{chinese}及其游标。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Edges);
        Field<ListGraphType<NonNullGraphType<TNode>>>("nodes")
            .Description($"The {english} of this page. 本页{chinese}。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Edges.Select(static entry => entry.Node));
        Field<NonNullGraphType<PageInfoType>>("pageInfo")
            .Description("Where this page lies in the list. 本页在列表中的位置。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source);
        Field<IntGraphType>("totalCount")
            .Description($"Number of all {english} of the list, counted only when selected. {chinese}总数，仅在请求时统计。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.TotalCount);
    }
}

/// <summary>An entry of a page with its cursor.</summary>
internal sealed class EdgeType<TNode> : ObjectGraphType<Edge>
    where TNode : IGraphType
{
    public EdgeType(string plural, string english, string chinese)
    {
        Name = plural + "Edge";
        Description = $"One entry of a page of {english}. 分页{chinese}列表中的一项。";
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("Opaque place of the entry, for `after` and `before`. 该项的不透明游标，用于 `after` 与 `before`。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Cursor);
        Field<NonNullGraphType<TNode>>("node")
            .Description("The entry. 该项内容。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Node);
    }
}

/// <summary>Where a page lies in its list.</summary>
internal sealed class PageInfoType : ObjectGraphType<Page>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page lies in its list. 分页在列表中的位置。";
        Field<NonNullGraphType<BooleanGraphType>>("hasNextPage")
            .Description("Whether entries follow. 后面是否还有内容。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.HasNextPage);
        Field<NonNullGraphType<BooleanGraphType>>("hasPreviousPage")
            .Description("Whether entries stand before. 前面是否还有内容。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.HasPreviousPage);
        Field<StringGraphType>("startCursor")
            .Description("Cursor of the first entry. 首项游标。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Edges is [var first, ..] ? first.Cursor : null);
        Field<StringGraphType>("endCursor")
            .Description("Cursor of the last entry. 末项游标。")
            .Open(Paging.Reason)
            .Resolve(static field => field.Source.Edges is [.., var last] ? last.Cursor : null);
    }
}

/// <summary>Why the plumbing of pages is open: it discloses nothing but the place in a list that was decided before.</summary>
internal static class Paging
{
    public const string Reason = "paging: the rows were decided before, the values are guarded themselves";
}
