using Domain.Access;
using Domain.Delivery;
using Domain.Shared;
using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Persistence.Delivery;
using SharingApi.Graph;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Streams;

namespace SharingApi.StatusChanges;

/// <summary>The receiver's side: an ordered feed, read from where it left off.</summary>
internal sealed class StatusChangeFields(FeedEvents events) : IRootFields
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    private static readonly Refusal TooLargePage = new("LIMIT_PAGE_SIZE", "A page holds 1 to 200 entries.");

    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<StatusChangesConnectionType>("statusChanges")
            .Description("This receiver's feed, oldest first. 本接收方的状态变更，按序返回。")
            .Open("who may ask is decided by purpose; each entry by the right to its type")
            .Argument<IntGraphType>("first", "Page size, 1 to 200, 50 by default. 每页条数，1 至 200，默认 50。")
            .Argument<StringGraphType>("after", "Cursor of the last entry that was read; without it from the beginning. 上次读到的游标，缺省从头开始。")
            .Limited("first", LargestPage, TooLargePage)
            .Resolve().WithScope().WithService<Feed>().WithService<FeedCursors>()
            .ResolveAsync(static async (field, feed, cursors) => await PageAsync(field, feed, cursors));

        roots.Mutation.Field<NonNullGraphType<AcknowledgePayloadType>>("acknowledgeStatusChanges")
            .Description("Says that everything up to the cursor has arrived. 确认游标及之前的变更均已收到。")
            .Open("the receiver's own place in its own feed")
            .Argument<NonNullGraphType<AcknowledgeInputType>>("input", "Up to where. 确认位置。")
            .Resolve().WithScope().WithService<Feed>().WithService<FeedCursors>()
            .ResolveAsync(static async (field, feed, cursors) => await AcknowledgeAsync(field, feed, cursors));

        roots.Subscription.Field<NonNullGraphType<StatusChangeEntryType>>("statusChanges")
            .Description("This receiver's feed as it is written, in order. 按序实时推送本接收方的状态变更。")
            .Open("who may ask is decided by purpose; each entry by the right to its type at the moment it is sent")
            .Argument<StringGraphType>("after", "Cursor of the last change that was read; without it from now on. 上次读到的游标，缺省从现在开始。")
            .FollowedIn(events)
            .Resolve().WithService<FeedCursors>()
            .Resolve(static (field, cursors) => Happened(field, cursors));
    }

    private static async Task<Page> PageAsync(IResolveFieldContext field, Feed feed, FeedCursors cursors)
    {
        var first = field.GetArgument<int?>("first") ?? DefaultPage;
        var operation = (OperationContext)field.UserContext;
        operation.Record.ConcernsPersons = true;
        var after = field.GetArgument<string?>("after");
        if (await ReceiverAsync(operation, feed, field.CancellationToken) is not { } receiver)
        {
            return after is null
                ? new Page([], false, false, 0)
                : throw new RefusalError(new Refusal("CURSOR_INVALID", "The cursor belongs to another caller or purpose."));
        }

        var from = after is null ? 0 : cursors.Open(after, receiver.Id).ValueOrError().Value;
        var told = await feed.ReadAsync(receiver.Id, from, first + 1, field.CancellationToken);
        var shown = told.Take(first).Select(change => Show(operation, cursors, receiver, change)).ToList();
        return new Page(
            [.. shown.Select(change => new Edge(change.Cursor, change))],
            told.Count > first,
            from > 0,
            (int)receiver.LastSequence);
    }

    private static async Task<AcknowledgePayload> AcknowledgeAsync(IResolveFieldContext field, Feed feed, FeedCursors cursors)
    {
        var operation = (OperationContext)field.UserContext;
        var cursor = field.GetArgument<string>("input");
        if (await ReceiverAsync(operation, feed, field.CancellationToken) is not { } receiver)
        {
            return AcknowledgePayload.Refused(new("CURSOR_INVALID", "The cursor belongs to another caller or purpose."));
        }

        if (!cursors.Open(cursor, receiver.Id).Succeeded(out var sequence, out var refusal))
        {
            return AcknowledgePayload.Refused(refusal);
        }

        return AcknowledgePayload.UpTo(await feed.AcknowledgeAsync(receiver.Id, sequence.Value, field.CancellationToken));
    }

    private static Task<Receiver?> ReceiverAsync(OperationContext operation, Feed feed, CancellationToken cancellationToken) =>
        feed.ReceiverAsync(operation.Disclosure.Client, operation.Disclosure.Purpose!.Value, cancellationToken);

    private static ShownChange Happened(IResolveFieldContext field, FeedCursors cursors)
    {
        var operation = (OperationContext)field.UserContext;
        var happened = (FeedEvent)operation.Event!;
        return Show(operation, cursors, happened.Receiver, happened.Told);
    }

    /// <summary>The entry as the receiver may read it at this moment, its items noted for the read log.</summary>
    /// <remarks>
    /// Items alone: a person is disclosed, and counted, by the plan of the field <c>person</c>, where it gives one. Of an entry whose
    /// person is out of scope or was not asked for, and of a withheld one, nobody can be identified.
    /// </remarks>
    private static ShownChange Show(OperationContext operation, FeedCursors cursors, Receiver receiver, ToldChange told)
    {
        var shown = ShownChange.Of(told, cursors.Seal(receiver.Id, told.Sequence), operation.Disclosure);
        foreach (var item in shown.IsOpen ? StatusChangeItems.Of(shown.Type).Where(operation.Disclosure.IsClear) : [])
        {
            operation.Record.Items[item] = DisclosureLevel.Clear;
        }

        return shown;
    }
}
