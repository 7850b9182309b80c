using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph;

namespace SharingApi.StatusChanges;

/// <summary>Up to where the receiver has acknowledged; or why it has not.</summary>
internal sealed record AcknowledgePayload(long? Sequence, IReadOnlyList<Refusal>? Errors)
{
    public static AcknowledgePayload UpTo(long sequence) => new(sequence, null);

    public static AcknowledgePayload Refused(Refusal refusal) => new(null, [refusal]);
}

internal sealed class AcknowledgeInputType : InputObjectGraphType
{
    public AcknowledgeInputType()
    {
        Name = "AcknowledgeStatusChangesInput";
        Description = "Up to where the feed has arrived. 已收到的位置。";
        Field<NonNullGraphType<StringGraphType>>("cursor")
            .Description("Cursor of the last change that arrived. 最后收到的变更的游标。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => (string)value["cursor"]!;
}

internal sealed class AcknowledgePayloadType : ObjectGraphType<AcknowledgePayload>
{
    internal const string Reason = "the receiver's own place in its own feed";

    public AcknowledgePayloadType()
    {
        Name = "AcknowledgeStatusChangesPayload";
        Description = "Where the receiver stands now. 当前确认位置。";
        Field<IntGraphType>("acknowledgedSequence")
            .Description("Everything up to here counts as arrived. 已确认的序号。").Open(Reason)
            .Resolve(static field => (int?)field.Source.Sequence);
        Field<ListGraphType<NonNullGraphType<AcknowledgeErrorType>>>("errors")
            .Description("Why nothing was acknowledged. 未确认的原因。").Open(Reason)
            .Resolve(static field => field.Source.Errors);
    }
}

internal sealed class AcknowledgeErrorType : UnionGraphType
{
    public AcknowledgeErrorType()
    {
        Name = "AcknowledgeStatusChangesError";
        Description = "Why nothing was acknowledged. 未确认的原因。";
        Type<CursorErrorType>();
    }
}

internal sealed class CursorErrorType : ObjectGraphType<Refusal>
{
    public CursorErrorType()
    {
        Name = "CursorError";
        Description = "The cursor is not one of this receiver's. 游标不属于本接收方。";
        Field<NonNullGraphType<StringGraphType>>("code")
            .Description("`CURSOR_INVALID`. 错误代码。").Open(AcknowledgePayloadType.Reason)
            .Resolve(static field => field.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("What to do. 处理建议。").Open(AcknowledgePayloadType.Reason)
            .Resolve(static field => field.Source.Reason);
    }
}
