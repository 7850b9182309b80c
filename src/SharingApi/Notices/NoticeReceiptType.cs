using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Notices;

internal sealed class NoticeReceiptType : ObjectGraphType<NoticeReceipt>
{
    internal const string Open = "the sender's own message: nothing of what the register holds";

    public NoticeReceiptType()
    {
        Name = "NoticeReceipt";
        Description = "What the sender is told about one message, whoever it is about. 消息回执，与当事人是否持证无关。";
        Field<NonNullGraphType<StringGraphType>>("messageId")
            .Description("As sent. 报送方消息编号。").Open(Open)
            .Resolve(static field => field.Source.MessageId);
        Field<NonNullGraphType<DateTimeType>>("receivedAt")
            .Description("When it was first received. 首次接收时间。").Open(Open)
            .Resolve(static field => field.Source.ReceivedAt);
        Field<NonNullGraphType<ReceiptStateType>>("state")
            .Description("What became of it at the door. 回执状态。").Open(Open)
            .Resolve(static field => field.Source.State);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FindingType>>>>("findings")
            .Description("Why it was refused. 拒收原因。").Open(Open)
            .Resolve(static field => field.Source.Findings);
    }
}

internal sealed class FindingType : ObjectGraphType<Finding>
{
    public FindingType()
    {
        Name = "Finding";
        Description = "One thing that is wrong with a value that was sent. 报送内容中的一处问题。";
        Field<NonNullGraphType<StringGraphType>>("code")
            .Description("Stable code. 问题代码。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Code);
        Field<StringGraphType>("field")
            .Description("Field of the notice. 所在字段。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Field);
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("How to mend it. 修改建议。").Open(NoticeReceiptType.Open)
            .Resolve(static field => field.Source.Message);
    }
}
