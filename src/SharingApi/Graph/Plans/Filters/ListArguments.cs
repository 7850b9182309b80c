using GraphQL.Types;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>The arguments of lists.</summary>
internal static class ListArguments
{
    public static IEnumerable<QueryArgument> Paging() =>
    [
        Argument<IntGraphType>("first", "So many from the beginning, 1 to 200; 50 where nothing is said. 从头起的条数，1 至 200，默认 50。"),
        Argument<StringGraphType>("after", "Cursor after which the page begins. 本页起始位置之前一项的游标。"),
        Argument<IntGraphType>("last", "So many from the end, 1 to 200. 从末尾起的条数，1 至 200。"),
        Argument<StringGraphType>("before", "Cursor before which the page ends. 本页结束位置之后一项的游标。"),
    ];

    /// <summary>Of a list inside of another: there a page only goes on.</summary>
    public static IEnumerable<QueryArgument> PagingForward() => Paging().Take(2);

    public static IEnumerable<QueryArgument> WhereAndOrder(Type rows) =>
    [
        Argument(typeof(FilterInput<>).MakeGenericType(rows), "where", "Conditions; every item that they name must be clear to the caller. 筛选条件；所涉数据项须对调用方明文开放。"),
        Argument(
            typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(typeof(SortInput<>).MakeGenericType(rows))),
            "order",
            "Sort keys, the most important first; every item must be clear to the caller. 排序键，重要者在前；所涉数据项须对调用方明文开放。"),
    ];

    public static IEnumerable<QueryArgument> WhereAndOrder<TRows>()
        where TRows : IRowType => WhereAndOrder(typeof(TRows));

    public static QueryArgument Argument<TType>(string name, string description)
        where TType : IGraphType => Argument(typeof(TType), name, description);

    private static QueryArgument Argument(Type type, string name, string description) =>
        new(type) { Name = name, Description = description };
}
