using Domain.Places;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Places;

/// <summary>A code with the name that a static table has for it.</summary>
internal abstract class PlaceType<TPlace> : ObjectGraphType<TPlace>, IStandsFor<TPlace>
{
    protected const string Reason = "public reference data";

    protected PlaceType(string name, string description, Func<string, string?> nameOf)
    {
        Name = name;
        Description = description;
        var code = Field<NonNullGraphType<StringGraphType>>("code").Description("The code. 代码。").Open(Reason).FieldType;
        new CodePartBinding(null).BindTo(code);
        var said = Field<StringGraphType>("name").Description("Name in Chinese. 中文名称。").Open(Reason).FieldType;
        new CodePartBinding(nameOf).BindTo(said);
    }
}

/// <summary>A statutory division.</summary>
internal sealed class DivisionType() : PlaceType<Division>(
    "Division", "A statutory division, GB/T 2260. 法定行政区划（GB/T 2260）。", Divisions.NameOf);

/// <summary>One of the sixteen units that do the federation's work.</summary>
internal sealed class ManagementUnitType() : PlaceType<ManagementUnit>(
    "ManagementUnit",
    "Who does the federation's work in a place: a county or one of two zones. 残联业务管理单位：县（市、区）或两个功能区。",
    ManagementUnits.NameOf);

/// <summary>A village or urban community.</summary>
internal sealed class CommunityType : RowType<Community>, IStandsFor<Community>
{
    private const string Reason = "public reference data";

    public CommunityType()
    {
        Name = "Community";
        Description = "A village or urban community, the smallest place that the register knows. 村（社区），登记的最小地域单位。";

        Field("code").Reads(c => c.Code)
            .Description("Twelve digits. 十二位代码。")
            .Open(Reason);
        Field("name").Reads(c => c.Name)
            .Description("Name. 名称。")
            .Open(Reason);
        Field("townName").Reads(c => c.TownName)
            .Description("Town or sub-district. 乡镇（街道）。")
            .Open(Reason);
        Field("division").Names<Division>(c => c.DivisionCode)
            .Description("The statutory division. 所属法定区划。")
            .Open(Reason);
        Field("managementUnit").Names<ManagementUnit>(c => c.ManagementUnitCode)
            .Description("Who does the federation's work here. 残联业务管理单位。")
            .Open(Reason);
    }

    public override string NaturalKey => nameof(Community.Code);
}

internal sealed class CommunitiesConnectionType() : ConnectionType<CommunityType>("Communities", "communities", "村（社区）");
