using Domain.Notices;
using Domain.Shared;
using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Persistence.Notices;
using SharingApi.Access;
using SharingApi.Graph;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;

namespace SharingApi.Notices;

/// <summary>The sender's side: notices in, receipts out.</summary>
internal sealed class NoticeFields : IRootFields
{
    private const int MostMessageIds = 1_000;

    private static readonly Refusal TooManyNotices = new("LIMIT_NOTICES", "A batch has 1 to 1,000 notices: send several.");

    private static readonly Refusal TooManyIds = new("LIMIT_MESSAGE_IDS", "Ask for 1 to 1,000 message ids: ask several times.");

    public void AddTo(RootTypes roots)
    {
        roots.Mutation.Field<NonNullGraphType<ReportNoticesPayloadType>>("reportNotices")
            .Description("Reports deaths, moves and corrections (purpose LIFE_SYNC). 报送死亡、迁移及更正信息（用途 LIFE_SYNC）。")
            .Open("sending tells the sender nothing: the receipt is the same whoever the notice is about")
            .Argument<NonNullGraphType<ReportNoticesInputType>>("input", "The batch. 一批通报。")
            .Limited("input", ReportNotices.MostNotices, TooManyNotices)
            .Resolve().WithScope().WithService<ReportNotices>().WithService<Disclosures>()
            .ResolveAsync(static async (field, report, disclosures) =>
            {
                var notices = field.GetArgument<List<SentNotice>>("input");
                var client = ClientOf(field);
                var sender = disclosures.ClientOf(client)!.Department;
                return new ReportNoticesPayload(await report.RunAsync(client, sender, notices, field.CancellationToken));
            });

        roots.Mutation.Field<NonNullGraphType<WithdrawNoticePayloadType>>("withdrawNotice")
            .Description("Says that an earlier message of the sender's own was wrong (purpose LIFE_SYNC). 撤回本方先前报送的消息（用途 LIFE_SYNC）。")
            .Open("withdrawing tells the sender nothing: the receipt is the same whether or not the message is known")
            .Argument<NonNullGraphType<WithdrawNoticeInputType>>("input", "Which message, and why. 撤回的消息及原因。")
            .Resolve().WithScope().WithService<WithdrawNotice>()
            .ResolveAsync(static async (field, withdraw) => new WithdrawNoticePayload(
                await withdraw.RunAsync(ClientOf(field), field.GetArgument<Withdrawal>("input"), field.CancellationToken)));

        // No entry in the read log is owed for receipts: they are the sender's own messages, and say nothing of the register.
        roots.Query.Field<NonNullGraphType<ListGraphType<NoticeReceiptType>>>("noticeReceipts")
            .Description("What the sender was told; null for an id never accepted or older than 90 days. 回执查询；未接收或超过 90 天的为空。")
            .Open("the sender's own messages: nothing of what the register holds")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>(
                "messageIds", "Up to 1,000 message ids of the sender's own. 本方消息编号，至多 1000 个。")
            .Limited("messageIds", MostMessageIds, TooManyIds)
            .Resolve().WithScope().WithService<NoticeReceipts>()
            .ResolveAsync(static async (field, receipts) =>
            {
                var ids = field.GetArgument<List<string>>("messageIds");
                var found = await receipts.FindAsync(ClientOf(field), ids, field.CancellationToken);
                return ids.Zip(found, static (id, at) => at is { } taken ? NoticeReceipt.Accepted(id, taken) : null);
            });
    }

    private static string ClientOf(IResolveFieldContext field) => ((OperationContext)field.UserContext).Caller!.Client;
}
