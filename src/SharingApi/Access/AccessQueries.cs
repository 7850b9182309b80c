using GraphQL.Types;
using Persistence.Access;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Access;

/// <summary>What a caller may ask about itself and about the catalogue, without naming a purpose.</summary>
internal sealed class AccessQueries(Viewers viewers) : IRootFields
{
    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<NonNullGraphType<ViewerType>>("viewer")
            .Description("The caller: department, office, purposes and what each discloses. 调用方：部门、处室、用途及各用途的披露范围。")
            .Open("a caller may know what is held of itself")
            .ResolveAsync(async field =>
                await viewers.OfAsync(((OperationContext)field.UserContext).Caller!, field.CancellationToken));
        roots.Query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<CatalogueItemType>>>>("catalogue")
            .Description("Every data item that can be shared. 全部可共享的数据项。")
            .Open("the catalogue is public among partners")
            .Resolve(static _ => FoundingMatrix.Matrix.Catalogue.Entries);
    }
}
