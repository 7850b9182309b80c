using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Access.Grants;

internal sealed class VolumeAccessType() : CodeType<VolumeAccess>(
    "VolumeAccess",
    "Whether persons are looked up or listed. 查询方式。",
    (VolumeAccess.OneByOne, "By number or id, and checks; no lists of persons. 仅逐人查询与核验。"),
    (VolumeAccess.Bulk, "Lists too. 可批量查询。"));

internal sealed class GrantVolumeType : ObjectGraphType<GrantVolume>
{
    private const string Reason = "a caller may know its own limits";

    public GrantVolumeType()
    {
        Name = "GrantVolume";
        Description = "How much a grant may disclose. 授权的数量限制。";
        Field<NonNullGraphType<VolumeAccessType>>("access").Description("One by one, or lists too. 查询方式。").Open(Reason)
            .Resolve(static field => field.Source.Access);
        Field<IntGraphType>("personsPerDay")
            .Description("Most persons disclosed on one day in Shanghai; null for no limit. 每日（上海时间）最多披露人数；为空表示不限。").Open(Reason)
            .Resolve(static field => field.Source.PersonsPerDay);
    }
}

internal sealed class GrantVolumeInputType : InputObjectGraphType
{
    public GrantVolumeInputType()
    {
        Name = "GrantVolumeInput";
        Description = "How much a grant may disclose. 授权的数量限制。";
        Field<NonNullGraphType<VolumeAccessType>>("access").Description("One by one, or lists too. 查询方式。");
        Field<IntGraphType>("personsPerDay").Description("Most persons disclosed on one day in Shanghai. 每日最多披露人数。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new GrantVolume((VolumeAccess)value["access"]!, value.Value<int>("personsPerDay"));
}

internal sealed class BreakGlassType : ObjectGraphType<BreakGlass>
{
    public BreakGlassType()
    {
        Name = "BreakGlass";
        Description = "Why a grant goes beyond the catalogue, and for how long. 应急授权的事由与时限。";
        Field<NonNullGraphType<StringGraphType>>("reason").Description("The emergency. 事由。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Reason);
        Field<NonNullGraphType<IntGraphType>>("hours").Description("Hours from the second signature. 自第二签字起的小时数。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Hours);
    }
}

internal sealed class BreakGlassInputType : InputObjectGraphType
{
    public BreakGlassInputType()
    {
        Name = "BreakGlassInput";
        Description = "Makes it a break-glass grant: beyond the catalogue, for hours. 应急授权：可超出目录上限，限时数小时。";
        Field<NonNullGraphType<StringGraphType>>("reason").Description("The emergency. 事由。");
        Field<NonNullGraphType<IntGraphType>>("hours").Description("Hours from the second signature, at most 24. 自第二签字起的小时数，至多 24。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new BreakGlass((string)value["reason"]!, (int)value["hours"]!);
}

internal sealed class GrantChangeType : ObjectGraphType<GrantChange>
{
    public GrantChangeType()
    {
        Name = "GrantChange";
        Description = "One step in the life of a grant. 授权的一次状态变更。";
        Field<NonNullGraphType<DateTimeType>>("at").Description("When. 时间。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.At);
        Field<NonNullGraphType<GrantStateType>>("state").Description("The state that it came to. 变更后状态。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.State);
        Field<NonNullGraphType<StringGraphType>>("by").Description("Whose signature or order it was. 经办人。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.By);
        Field<StringGraphType>("reason").Description("Why. 原因。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Reason);
    }
}
