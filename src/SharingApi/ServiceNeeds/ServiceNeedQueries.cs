using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.ServiceNeeds;

/// <summary>Service needs by list.</summary>
internal sealed class ServiceNeedQueries : IRootFields
{
    public void AddTo(RootTypes roots) => roots.Query.Pages<ServiceNeedsConnectionType, ServiceNeedType>("serviceNeeds")
        .Describe("Service needs of persons in the caller's scope. 权限范围内人员的服务需求列表。")
        .Open("who may ask for it goes by purpose; its rows are guarded by the item of their domain");
}

internal static class ServiceNeedsFeature
{
    public static IServiceCollection AddServiceNeeds(this IServiceCollection services) => services
        .AddSingleton<ServiceNeedType>()
        .AddSingleton<IRootFields, ServiceNeedQueries>();
}
