using System.Text.Json;
using Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Matching;
using Persistence.Writing;

namespace Persistence.Notices;

/// <summary>Takes sound notices at the door: one receipt and one inbox row each, whoever they are about (domain.md 8.2).</summary>
/// <remarks>
/// Silence: both the notice and its dummy are sealed before anybody is looked up, all notices are probed by the same
/// statements, and each leaves the same rows of the same size. Of people who are no holders only keyed digests are written.
/// </remarks>
public sealed class AcceptNotices(WriteChannel channel, NoticeEnvelope envelope, BlindIndex index, TimeProvider clock)
{
    /// <summary>What is kept of a receipt's life: after that the id is as good as never seen.</summary>
    public static readonly TimeSpan ReceiptsAreKept = TimeSpan.FromDays(90);

    /// <summary>Takes notices and withdrawals in their order. When it returns, what was accepted is durable.</summary>
    /// <param name="client">The client that sends.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the waiting, not what was accepted.</param>
    /// <param name="isBulk">They come in a file: what comes one by one is applied before them.</param>
    public Task<IReadOnlyList<Acceptance>> RunAsync(
        string client,
        IReadOnlyList<ISoundMessage> messages,
        CancellationToken cancellationToken,
        bool isBulk = false)
    {
        SealedMessage[] prepared = [.. messages.Select(message => Prepare(client, message))];
        return channel.RunAsync(
            (db, cancellation) => AcceptAsync(db, client, prepared, isBulk, cancellation),
            cancellationToken);
    }

    /// <summary>Takes the word that an earlier message of the same client was wrong, whether or not that message is known.</summary>
    public async Task<Acceptance> WithdrawAsync(string client, Withdrawal withdrawal, CancellationToken cancellationToken) =>
        (await RunAsync(client, [withdrawal], cancellationToken))[0];

    private SealedMessage Prepare(string client, ISoundMessage message) => message switch
    {
        Notice notice => Prepare(client, notice),
        Withdrawal withdrawal => Prepare(client, withdrawal),
        _ => throw new ArgumentException("A message is a notice or a withdrawal.", nameof(message)),
    };

    private SealedMessage Prepare(string client, Notice notice)
    {
        var content = NoticeJson.Write(notice);

        // What it supersedes is wrong also where the right person is none of ours: that much is kept, as a digest.
        var withdrawal = notice.Corrects is { } corrects
            ? WithdrawnContent.Write(index.AllOfMessageId(client, corrects), null)
            : [];
        var length = Math.Max(content.Length, withdrawal.Length);
        return new(
            index.AllOfMessageId(client, notice.MessageId),
            content,
            index.OfContent(content),
            SubjectProbe.Of(notice.Subject, index),
            envelope.Seal(content, length),
            withdrawal.Length == 0 ? envelope.SealDummy(length) : envelope.SealWithdrawal(withdrawal, length))
        {
            Corrects = notice.Corrects is { } earlier ? index.OfMessageId(client, earlier) : null,
        };
    }

    private SealedMessage Prepare(string client, Withdrawal withdrawal)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(withdrawal);
        var withdraws = index.AllOfMessageId(client, withdrawal.Withdraws);
        var ofHolder = WithdrawnContent.Write(withdraws, withdrawal.Reason);
        var ofNobody = WithdrawnContent.Write(withdraws, null);
        var length = Math.Max(ofHolder.Length, ofNobody.Length);
        return new(
            index.AllOfMessageId(client, withdrawal.MessageId),
            content,
            index.OfContent(content),
            SubjectProbe.OfMessage(withdraws, index),
            envelope.SealWithdrawal(ofHolder, length),
            envelope.SealWithdrawal(ofNobody, length))
        {
            Withdraws = withdraws[0],
        };
    }

    private async Task<IReadOnlyList<Acceptance>> AcceptAsync(
        SharingDbContext db,
        string client,
        SealedMessage[] notices,
        bool isBulk,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var tooOld = now - ReceiptsAreKept;
        await db.Receipts.Where(receipt => receipt.ReceivedAt < tooOld).ExecuteDeleteAsync(cancellationToken);

        byte[][] digests = [.. notices.SelectMany(notice => notice.MessageDigests)];
        var receipts = await db.Receipts.AsNoTracking()
            .Where(receipt => receipt.Client == client && digests.Contains(receipt.MessageDigest))
            .ToDictionaryAsync(receipt => receipt.MessageDigest, DigestComparer.Instance, cancellationToken);
        var holders = await HolderProbe.RunAsync(db, client, [.. notices.Select(notice => notice.Probe)], cancellationToken);

        List<Receipt> fresh = [];
        List<InboxEntry> inbox = [];
        var acceptances = new List<Acceptance>(notices.Length);
        for (var i = 0; i < notices.Length; i++)
        {
            var notice = notices[i];
            if (notice.MessageDigests.Select(receipts.GetValueOrDefault).FirstOrDefault(known => known is not null) is { } earlier)
            {
                var isSame = index.IsOfContent(earlier.ContentDigest, notice.Content);
                acceptances.Add(new(isSame ? AcceptanceKind.Duplicate : AcceptanceKind.Conflict, earlier.ReceivedAt));
                continue;
            }

            var receipt = new Receipt
            {
                Client = client,
                MessageDigest = notice.MessageDigests[0],
                ContentDigest = notice.ContentDigest,
                ReceivedAt = now,
                IsBulk = isBulk,
                Withdraws = notice.Withdraws,
                Corrects = notice.Corrects,
            };
            receipts.Add(receipt.MessageDigest, receipt);
            fresh.Add(receipt);
            inbox.Add(new()
            {
                Client = client,
                ReceivedAt = now,
                IsBulk = isBulk,
                Payload = holders[i] ? notice.OfHolder : notice.OfNobody,
            });
            acceptances.Add(new(AcceptanceKind.Accepted, now));
        }

        await db.InsertAsync(fresh);
        await db.InsertAsync(inbox);
        return acceptances;
    }

    /// <summary>A message made ready outside the transaction: digests, probe, and both forms that may be stored.</summary>
    private sealed record SealedMessage(
        IReadOnlyList<byte[]> MessageDigests,
        byte[] Content,
        byte[] ContentDigest,
        SubjectProbe Probe,
        byte[] OfHolder,
        byte[] OfNobody)
    {
        /// <summary>Digest of the message that it withdraws.</summary>
        public byte[]? Withdraws { get; init; }

        /// <summary>Digest of the message that it supersedes.</summary>
        public byte[]? Corrects { get; init; }
    }
}
