using Domain.Access;
using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph;

namespace SharingApi.Access.Grants;

/// <summary>What a mutation of rights answers.</summary>
internal sealed record AccessPayload(object? Value, string? Digest, IReadOnlyList<Finding>? Errors)
{
    public static AccessPayload Of(AccessResult<Grant> result, DateTimeOffset now) => new(
        result.Value is { } grant ? new ShownGrant(grant, now) : null,
        result.Value is { } signed ? GrantDigest.Of(signed) : null,
        result.Faults.Count == 0 ? null : result.Faults);

    public static AccessPayload Of(AccessResult<AccessRequest> result) =>
        new(result.Value, null, result.Faults.Count == 0 ? null : result.Faults);
}

/// <summary>The payload of one mutation: what it made, or everything that kept it from being made.</summary>
internal abstract class AccessPayloadType : ObjectGraphType<AccessPayload>
{
    protected AccessPayloadType(string mutation)
    {
        Name = mutation + "Payload";
        Description = "What was made, or all faults for which nothing was. 处理结果；如有问题则一次列出且不作任何变更。";
        var error = new AccessErrorType { Name = mutation + "Error" };
        Field("errors", new ListGraphType(new NonNullGraphType(error)))
            .Description("All faults at once; nothing was stored. 全部问题一次列出；未存储任何内容。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Errors);
    }

    protected void HoldsGrant()
    {
        Field<GrantType>("grant").Description("The grant. 授权。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Value);
        Field<StringGraphType>("digest").Description("What the second signer signs. 第二签字人的签字对象。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Digest);
    }

    protected void HoldsRequest() =>
        Field<AccessRequestType>("accessRequest").Description("The request. 共享申请。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Value);
}

internal sealed class AccessErrorType : UnionGraphType
{
    public AccessErrorType()
    {
        Description = "Why nothing was made. 未予处理的原因。";
        Type<AccessFaultType>();
    }
}

internal sealed class AccessFaultType : ObjectGraphType<Finding>
{
    public AccessFaultType()
    {
        Name = "AccessFault";
        Description = "One fault. 一个问题。";
        Field<NonNullGraphType<StringGraphType>>("code").Description("Stable code. 错误代码。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Code);
        Field<StringGraphType>("field").Description("Where in the input. 所在字段。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Field);
        Field<NonNullGraphType<StringGraphType>>("message").Description("How to mend it. 处理建议。").Open(GrantType.Reason)
            .Resolve(static field => field.Source.Message);
    }
}

internal sealed class ProposeGrantPayloadType : AccessPayloadType
{
    public ProposeGrantPayloadType()
        : base("ProposeGrant") => HoldsGrant();
}

internal sealed class SuspendGrantPayloadType : AccessPayloadType
{
    public SuspendGrantPayloadType()
        : base("SuspendGrant") => HoldsGrant();
}

internal sealed class RevokeGrantPayloadType : AccessPayloadType
{
    public RevokeGrantPayloadType()
        : base("RevokeGrant") => HoldsGrant();
}

internal sealed class RequestAccessPayloadType : AccessPayloadType
{
    public RequestAccessPayloadType()
        : base("RequestAccess") => HoldsRequest();
}

internal sealed class DecideAccessRequestPayloadType : AccessPayloadType
{
    public DecideAccessRequestPayloadType()
        : base("DecideAccessRequest") => HoldsRequest();
}
