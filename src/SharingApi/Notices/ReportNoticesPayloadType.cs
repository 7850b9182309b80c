using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph;

namespace SharingApi.Notices;

/// <summary>The receipts of a batch.</summary>
/// <param name="Receipts">One for each notice, in the order sent.</param>
/// <param name="Errors">Refusals of the batch as a whole that are neither limits nor rights: today there are none.</param>
internal sealed record ReportNoticesPayload(IReadOnlyList<NoticeReceipt> Receipts, IReadOnlyList<Refusal>? Errors = null);

internal sealed class ReportNoticesPayloadType : ObjectGraphType<ReportNoticesPayload>
{
    public ReportNoticesPayloadType()
    {
        Name = "ReportNoticesPayload";
        Description = "One receipt for each notice. 每条通报对应一张回执。";
        Field<ListGraphType<NonNullGraphType<NoticeReceiptType>>>("receipts")
            .Description("In the order sent. 按报送顺序。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Receipts);
        Field<ListGraphType<NonNullGraphType<ReportNoticesErrorType>>>("errors")
            .Description("Null: what is wrong with a notice stands in its receipt. 恒为空；单条问题见其回执。")
            .Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Errors);
    }
}

/// <summary>Part of the contract, so that a reason to refuse a whole batch can be added without breaking a client.</summary>
internal sealed class ReportNoticesErrorType : UnionGraphType
{
    public ReportNoticesErrorType()
    {
        Name = "ReportNoticesError";
        Description = "Why a batch was refused as a whole. 整批拒收的原因。";
        Type<NoticeBatchErrorType>();
    }
}

internal sealed class NoticeBatchErrorType : ObjectGraphType<Refusal>
{
    public NoticeBatchErrorType()
    {
        Name = "NoticeBatchError";
        Description = "A refusal of the whole batch. 整批拒收。";
        Field<NonNullGraphType<StringGraphType>>("code")
            .Description("Stable code. 错误代码。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("What to do. 处理建议。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Reason);
    }
}
