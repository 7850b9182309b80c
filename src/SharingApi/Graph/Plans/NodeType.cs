using GraphQL.Types;

namespace SharingApi.Graph.Plans;

/// <summary>Whatever has an id of its own.</summary>
internal sealed class NodeType : InterfaceGraphType
{
    public NodeType()
    {
        Name = "Node";
        Description = "Whatever has an id of its own. 凡有独立标识者。";
        Field<NonNullGraphType<IdGraphType>>("id")
            .Description("Opaque and stable, the same for every department. 不透明且稳定的标识，各部门一致。")
            .Open("an id says nothing of the person");
    }
}
