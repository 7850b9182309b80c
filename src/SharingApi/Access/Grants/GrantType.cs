using Domain.Access;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Access.Grants;

/// <summary>A grant as administrators read it, with its state at the instant of reading.</summary>
internal sealed record ShownGrant(Grant Grant, DateTimeOffset Now);

internal sealed class GrantType : ObjectGraphType<ShownGrant>, IStandsFor<ShownGrant>
{
    internal const string Reason = "who administers rights may read them; no person stands in them";

    public GrantType()
    {
        Name = "Grant";
        Description = "What one client may see for one purpose. 一项授权：某客户端就某一用途可获得的数据。";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Opaque and stable. 不透明且稳定的标识。").Open(Reason)
            .Resolve(static field => AccessIds.OfGrant(field.Source.Grant.Id));
        Field<NonNullGraphType<StringGraphType>>("client").Description("Who may see. 被授权客户端。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Client);
        Field<NonNullGraphType<PurposeType>>("purpose").Description("What for. 用途。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Purpose);
        Field<NonNullGraphType<RowScopeType>>("scope").Description("Persons in reach. 可及人员范围。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Scope);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewerItemType>>>>("items")
            .Description("Items that are given; all others are denied. 所授数据项；其余一律不予披露。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Items.OrderBy(item => item.Item, StringComparer.Ordinal)
                .Select(item => new ViewerItem(item.Item, item.Level)));
        Field<NonNullGraphType<Graph.Schema.Scalars.LocalDateType>>("from")
            .Description("First day, from midnight in Shanghai. 生效日（上海时间零时起）。").Open(Reason)
            .Resolve(static field => field.Source.Grant.From);
        Field<Graph.Schema.Scalars.LocalDateType>("to")
            .Description("Day on which it no longer holds, as it was signed; null for open-ended. 签字所定失效日；为空表示未定。").Open(Reason)
            .Resolve(static field => field.Source.Grant.To);
        Field<Graph.Schema.Scalars.LocalDateType>("supersededOn")
            .Description("First day of the grant that takes its place; it then no longer holds. 替代授权的生效日，本授权自该日起失效。").Open(Reason)
            .Resolve(static field => field.Source.Grant.SupersededOn);
        Field<NonNullGraphType<GrantStateType>>("state").Description("State now. 当前状态。").Open(Reason)
            .Resolve(static field => field.Source.Grant.StateAt(field.Source.Now));
        Field<StringGraphType>("reason").Description("Why it was suspended or ended. 中止或终止原因。").Open(Reason)
            .Resolve(static field => field.Source.Grant.StateReason);
        Field<StringGraphType>("basis").Description("Legal basis. 法律依据。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Basis);
        Field<StringGraphType>("scenario").Description("In which work it is used. 应用场景。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Scenario);
        Field<SharingMethodType>("method").Description("How the data is shared. 共享方式。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Method);
        Field<NonNullGraphType<GrantVolumeType>>("volume").Description("How much may be disclosed. 数量限制。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Volume);
        Field<BreakGlassType>("breakGlass").Description("The emergency, for a break-glass grant. 应急授权的事由与时限。").Open(Reason)
            .Resolve(static field => field.Source.Grant.BreakGlass);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GrantChangeType>>>>("changes")
            .Description("What became of it, oldest first. 状态变更记录，由旧到新。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Changes.OrderBy(change => change.Number));
        Field<IdGraphType>("requestId").Description("The access request that it answers. 对应的共享申请。").Open(Reason)
            .Resolve(static field => field.Source.Grant.RequestId is { } id ? AccessIds.OfRequest(id) : null);
        Field<IdGraphType>("replaces").Description("The grant whose place it takes. 所替代的授权。").Open(Reason)
            .Resolve(static field => field.Source.Grant.ReplacesId is { } id ? AccessIds.OfGrant(id) : null);
        Field<NonNullGraphType<StringGraphType>>("digest")
            .Description("SHA-256 of all of it: what a signature is under. 全部内容的 SHA-256 摘要，即签字对象。").Open(Reason)
            .Resolve(static field => GrantDigest.Of(field.Source.Grant));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GrantSignatureType>>>>("signatures")
            .Description("Who has signed. 签字人。").Open(Reason)
            .Resolve(static field => field.Source.Grant.Signatures.OrderBy(signature => signature.At));
    }
}

internal sealed class GrantSignatureType : ObjectGraphType<GrantSignature>
{
    public GrantSignatureType()
    {
        Name = "GrantSignature";
        Description = "One human's signature under a grant. 授权上的一个签字。";
        Field<NonNullGraphType<StringGraphType>>("signer").Description("Who signed. 签字人。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Signer);
        Field<NonNullGraphType<StringGraphType>>("office").Description("The signer's office. 签字人所属处室。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Office);
        Field<NonNullGraphType<Graph.Schema.Scalars.DateTimeType>>("signedAt").Description("When. 签字时间。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.At);
    }
}

internal sealed class GrantsConnectionType() : ConnectionType<GrantType>("Grants", "grants", "授权");
