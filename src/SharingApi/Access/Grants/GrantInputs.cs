using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Access.Grants;

/// <summary>A proposal, and the draft that it changes.</summary>
internal sealed record SentProposal(Guid? Draft, GrantProposal Proposal);

internal sealed class RowScopeInputType : InputObjectGraphType
{
    public RowScopeInputType()
    {
        Name = "RowScopeInput";
        Description = "Which persons. 人员范围。";
        Field<NonNullGraphType<RowScopeKindType>>("kind").Description("By what it is drawn. 划定方式。");
        Field<StringGraphType>("code").Description("Code of the unit or county, where there is one. 管理单位或县区代码。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new RowScope((RowScopeKind)value["kind"]!, value.Text("code"));
}

internal sealed class GrantItemInputType : InputObjectGraphType
{
    public GrantItemInputType()
    {
        Name = "GrantItemInput";
        Description = "A data item and its level. 数据项及披露级别。";
        Field<NonNullGraphType<StringGraphType>>("item").Description("Key in the catalogue. 目录中的数据项标识。");
        Field<NonNullGraphType<DisclosureLevelType>>("level").Description("How much of it. 披露级别。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new ProposedItem((string)value["item"]!, (DisclosureLevel)value["level"]!);
}

/// <summary>The text of a grant, to be proposed or only to be tried out.</summary>
internal abstract class GrantInputType : InputObjectGraphType
{
    protected GrantInputType(string name, string description)
    {
        Name = name;
        Description = description;
        Field<NonNullGraphType<StringGraphType>>("client").Description("Who may see. 被授权客户端。");
        Field<NonNullGraphType<PurposeType>>("purpose").Description("What for. 用途。");
        Field<NonNullGraphType<RowScopeInputType>>("scope").Description("Persons in reach. 可及人员范围。");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GrantItemInputType>>>>("items")
            .Description("Items that are given; all others are denied. 所授数据项；其余一律不予披露。");
        Field<NonNullGraphType<LocalDateType>>("from").Description("First day. 生效日。");
        Field<NonNullGraphType<LocalDateType>>("to").Description("Day on which it no longer holds. 失效日。");
        Field<NonNullGraphType<StringGraphType>>("basis").Description("Legal basis. 法律依据。");
        Field<NonNullGraphType<StringGraphType>>("scenario").Description("In which work it is used. 应用场景。");
        Field<NonNullGraphType<SharingMethodType>>("method").Description("How the data is shared. 共享方式。");
        Field<GrantVolumeInputType>("volume").Description("How much may be disclosed; without it no limit. 数量限制；缺省不限。");
        Field<BreakGlassInputType>("breakGlass").Description("Makes it a break-glass grant. 应急授权。");
        Field<IdGraphType>("requestId").Description("The access request that it answers. 对应的共享申请。");
        Field<IdGraphType>("replaces").Description("The grant whose place it takes. 所替代的授权。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentProposal(
        value.Text("grantId") is { } draft ? AccessIds.GrantIn(draft) : null,
        new GrantProposal
        {
            Client = (string)value["client"]!,
            Purpose = (Purpose)value["purpose"]!,
            Scope = (RowScope)value["scope"]!,
            Items = [.. ((IEnumerable<object>)value["items"]!).Cast<ProposedItem>()],
            From = (DateOnly)value["from"]!,
            To = (DateOnly)value["to"]!,
            Basis = (string)value["basis"]!,
            Scenario = (string)value["scenario"]!,
            Method = (SharingMethod)value["method"]!,
            Volume = value.TryGetValue("volume", out var volume) && volume is GrantVolume limits ? limits : GrantVolume.Unlimited,
            BreakGlass = value.TryGetValue("breakGlass", out var emergency) ? (BreakGlass?)emergency : null,
            Request = value.Text("requestId") is { } request ? AccessIds.RequestIn(request) : null,
            Replaces = value.Text("replaces") is { } replaced ? AccessIds.GrantIn(replaced) : null,
        });
}

internal sealed class ProposeGrantInputType : GrantInputType
{
    public ProposeGrantInputType()
        : base("ProposeGrantInput", "The text of a grant. 授权内容。") =>
        Field<IdGraphType>("grantId")
            .Description("The draft that is changed; earlier signatures are void. 被修改的草案；此前签字作废。");
}

internal sealed class SimulateGrantInputType() : GrantInputType("SimulateGrantInput", "The text of a grant that is tried out. 拟模拟的授权内容。");

/// <summary>Which grant is suspended or revoked, and why.</summary>
internal abstract class EndGrantInputType : InputObjectGraphType
{
    protected EndGrantInputType(string name, string description)
    {
        Name = name;
        Description = description;
        Field<NonNullGraphType<IdGraphType>>("grantId").Description("The grant. 授权。");
        Field<NonNullGraphType<StringGraphType>>("reason").Description("Why. 原因。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        (AccessIds.GrantIn(value.Text("grantId")!), value.Text("reason")!);
}

internal sealed class SuspendGrantInputType() : EndGrantInputType("SuspendGrantInput", "Which grant is suspended. 拟中止的授权。");

internal sealed class RevokeGrantInputType() : EndGrantInputType("RevokeGrantInput", "Which grant is revoked. 拟撤销的授权。");

/// <summary>Reads what a client wrote into an input.</summary>
internal static class InputValues
{
    public static string? Text(this IDictionary<string, object?> value, string field) =>
        value.TryGetValue(field, out var given) ? given?.ToString() : null;

    public static T? Value<T>(this IDictionary<string, object?> value, string field)
        where T : struct => value.TryGetValue(field, out var given) ? (T?)given : null;
}
