using Domain.Notices;
using GraphQL.Types;
using Persistence.Notices;
using SharingApi.Graph;

namespace SharingApi.Notices;

/// <summary>Takes the word of a department that an earlier message of its own was wrong: the same answer whether or not we know it.</summary>
internal sealed class WithdrawNotice(AcceptNotices accept, NoticeSignal signal, TimeProvider clock)
{
    public async Task<NoticeReceipt> RunAsync(string client, Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (withdrawal.Findings is { Count: > 0 } findings)
        {
            return NoticeReceipt.Refused(withdrawal.MessageId, now, findings);
        }

        var acceptance = await accept.WithdrawAsync(client, withdrawal, cancellationToken);
        signal.Ring();
        return NoticeReceipt.Of(withdrawal.MessageId, acceptance, now);
    }
}

/// <summary>The receipt of a withdrawal.</summary>
internal sealed record WithdrawNoticePayload(NoticeReceipt Receipt);

internal sealed class WithdrawNoticeInputType : InputObjectGraphType<Withdrawal>
{
    public WithdrawNoticeInputType()
    {
        Name = "WithdrawNoticeInput";
        Description = "An earlier message of the sender's own was wrong. 撤回本方先前报送的消息。";
        Field<NonNullGraphType<StringGraphType>>("messageId")
            .Description("The sender's own id of this withdrawal. 本次撤回的消息编号。");
        Field<NonNullGraphType<StringGraphType>>("withdraws")
            .Description("Id of the message that was wrong. 被撤回的消息编号。");
        Field<NonNullGraphType<StringGraphType>>("reason")
            .Description("Why, in 1 to 500 characters. 撤回原因，1 至 500 字。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new Withdrawal(
        (string)value["messageId"]!,
        (string)value["withdraws"]!,
        (string)value["reason"]!);
}

internal sealed class WithdrawNoticePayloadType : ObjectGraphType<WithdrawNoticePayload>
{
    public WithdrawNoticePayloadType()
    {
        Name = "WithdrawNoticePayload";
        Description = "The receipt of a withdrawal, whoever it is about. 撤回回执，与当事人是否持证无关。";
        Field<NoticeReceiptType>("receipt")
            .Description("ACCEPTED also for an id never seen. 回执；对未知编号同样为 ACCEPTED。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Receipt);
        Field<ListGraphType<NonNullGraphType<WithdrawNoticeErrorType>>>("errors")
            .Description("Null: what is wrong stands in the receipt. 恒为空；问题见回执。").Open(NoticeReceiptType.Open)
            .Resolve(static _ => null);
    }
}

/// <summary>Part of the contract, so that a reason to refuse can be added without breaking a client.</summary>
internal sealed class WithdrawNoticeErrorType : UnionGraphType
{
    public WithdrawNoticeErrorType()
    {
        Name = "WithdrawNoticeError";
        Description = "Why a withdrawal was refused. 拒绝撤回的原因。";
        Type<NoticeBatchErrorType>();
    }
}
