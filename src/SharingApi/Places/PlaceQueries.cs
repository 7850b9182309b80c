using Domain.Places;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Places;

/// <summary>Management units and communities: open to everybody with a token.</summary>
internal sealed class PlaceQueries : IRootFields
{
    private const string Reason = "public reference data";

    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ManagementUnitType>>>>("managementUnits")
            .Description("The sixteen units that do the federation's work. 全部十六个业务管理单位。")
            .Open(Reason)
            .Resolve(static _ => ManagementUnits.All);
        roots.Query.Pages<CommunitiesConnectionType, CommunityType>("communities", concernsPersons: false)
            .Describe("Communities, by code unless ordered otherwise. 村（社区）列表，默认按代码排序。")
            .Open(Reason);
    }
}

internal static class PlacesFeature
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton<DivisionType>()
        .AddSingleton<ManagementUnitType>()
        .AddSingleton<CommunityType>()
        .AddSingleton<IRootFields, PlaceQueries>();
}
