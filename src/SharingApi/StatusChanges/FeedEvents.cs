using System.Runtime.CompilerServices;
using Domain.Access;
using Domain.Delivery;
using Domain.Shared;
using Persistence.Delivery;
using SharingApi.Graph;
using SharingApi.Graph.Streams;

namespace SharingApi.StatusChanges;

/// <summary>A receiver's feed as events: what stands behind a cursor, then whatever comes.</summary>
internal sealed class FeedEvents(Feed feed, FeedCursors cursors, FeedHeads heads) : IEventSource
{
    /// <summary>Entries that are read together; the reader takes them one at a time.</summary>
    private const int Together = 50;

    public async ValueTask<Outcome<EventStream>> OpenAsync(
        OperationContext operation, Func<string, object?> argument, CancellationToken cancellationToken)
    {
        var client = operation.Disclosure.Client;
        var purpose = operation.Disclosure.Purpose!.Value;
        var receiver = await feed.ReceiverAsync(client, purpose, cancellationToken);
        if (argument("after") is not string after)
        {
            var now = receiver?.LastSequence ?? 0;
            return new EventStream(token => FollowAsync(client, purpose, now, token));
        }

        if (receiver is null)
        {
            return FeedCursors.Invalid;
        }

        return cursors.Open(after, receiver.Id).Succeeded(out var from, out var refusal)
            ? new EventStream(token => FollowAsync(client, purpose, from.Value, token))
            : refusal;
    }

    private async IAsyncEnumerable<object> FollowAsync(
        string client, Purpose purpose, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var following = heads.Follow();
        Receiver? receiver = null;
        while (true)
        {
            // Taken before the feed is read: what comes in between is seen by the next look.
            var look = heads.Last;
            receiver ??= await feed.ReceiverAsync(client, purpose, cancellationToken);
            var told = receiver is null ? [] : await feed.ReadAsync(receiver.Id, after, Together, cancellationToken);
            foreach (var change in told)
            {
                after = change.Sequence;
                yield return new FeedEvent(receiver!, change);
            }

            while (told.Count == 0 && look.HeadOf(client, purpose) <= after)
            {
                await look.Next.WaitAsync(cancellationToken);
                look = heads.Last;
            }
        }
    }
}

/// <summary>An entry of a feed on its way to its receiver.</summary>
internal sealed record FeedEvent(Receiver Receiver, ToldChange Told);
