using GraphQL.Types;
using SharingApi.Graph.Plans.Roots;
using SharingApi.Graph.Schema;

namespace SharingApi.Graph.Plans;

/// <summary>Look-ups by id, whatever the kind.</summary>
internal sealed class NodeQueries : IRootFields
{
    private const string Reason = "who may ask for it goes by purpose; its fields are guarded themselves";

    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<NodeType>("node")
            .Description("What has this id; null where nothing has, or the caller does not reach it. 按标识查询；不存在或不可及时为 null。")
            .Argument<NonNullGraphType<IdGraphType>>("id", "The id. 标识。")
            .Open(Reason)
            .ReadBy(new NodesRoot(isList: false));
        roots.Query.Field<NonNullGraphType<ListGraphType<NodeType>>>("nodes")
            .Description("What has these ids, in their order, at most 1,000. 按标识批量查询，顺序与输入一致，最多 1,000 个。")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("ids", "The ids. 标识列表。")
            .Open(Reason)
            .ReadBy(new NodesRoot(isList: true));
    }
}
