using Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Notices;

/// <summary>How a notice came to be undone before it arrived.</summary>
/// <param name="End">Why it does not stand; null where the correction waits for a human, so that the notice stands until then.</param>
/// <param name="Correction">The correction, where that is evidence about a holder.</param>
internal sealed record Undone(EvidenceEnd? End, Evidence? Correction);

/// <summary>Withdrawals and corrections that arrived before what they undo (domain.md 8.7: the order of arrival decides last).</summary>
/// <remarks>
/// The receipt of every withdrawal and correction names the message that it undoes by its keyed digest, for holders and all others
/// alike and as long as receipts are kept; so nothing more is stored of anybody, and the answer stays the same.
/// </remarks>
internal sealed class EarlyUndo
{
    private readonly SharingDbContext _db;
    private readonly IReadOnlyList<InboxMessage> _messages;
    private readonly IReadOnlyList<Receipt> _receipts;
    private DateTimeOffset? _bulkWaitsSince;

    private EarlyUndo(SharingDbContext db, IReadOnlyList<InboxMessage> messages, IReadOnlyList<Receipt> receipts) =>
        (_db, _messages, _receipts) = (db, messages, receipts);

    public static async Task<EarlyUndo> LoadAsync(
        SharingDbContext db,
        IReadOnlyList<InboxMessage> messages,
        CancellationToken cancellationToken)
    {
        byte[][] digests = [.. messages.OfType<InboxNotice>().SelectMany(notice => notice.MessageDigests)];
        var receipts = await db.Receipts.AsNoTracking()
            .Where(receipt =>
                (receipt.Withdraws != null && digests.Contains(receipt.Withdraws)) ||
                (receipt.Corrects != null && digests.Contains(receipt.Corrects)))
            .ToListAsync(cancellationToken);
        return new(db, messages, receipts)
        {
            _bulkWaitsSince = receipts.Exists(receipt => receipt.IsBulk)
                ? await db.Inbox.Where(entry => entry.IsBulk).MinAsync(entry => (DateTimeOffset?)entry.ReceivedAt, cancellationToken)
                : null,
        };
    }

    /// <summary>How the notice was undone, or null where it counts.</summary>
    public async Task<Undone?> OfAsync(InboxNotice notice, CancellationToken cancellationToken)
    {
        foreach (var receipt in _receipts.Where(receipt => receipt.Client == notice.Entry.Client && IsBefore(receipt, notice)))
        {
            if (IsOf(notice, receipt.Withdraws))
            {
                return new(EvidenceEnd.Withdrawn, null);
            }

            if (IsOf(notice, receipt.Corrects) && await CorrectedAsync(receipt, cancellationToken) is { } undone)
            {
                return undone;
            }
        }

        return null;
    }

    private async Task<Undone?> CorrectedAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        byte[]? digest = receipt.MessageDigest;
        await _db.Evidence.Where(evidence => evidence.Client == receipt.Client && evidence.MessageDigest == digest).LoadAsync(cancellationToken);
        var correction = _db.Evidence.Local.FirstOrDefault(evidence =>
            evidence.Client == receipt.Client && DigestComparer.Instance.Equals(evidence.MessageDigest, digest));
        return correction switch
        {
            { IsStanding: true } or { End: EvidenceEnd.Superseded } => new(EvidenceEnd.Superseded, correction),
            { End: null } => new(null, correction),
            { } => null,

            // To somebody who is no holder: what it corrects is wrong, unless it was taken back itself.
            null => await _db.Receipts.AnyAsync(later => later.Withdraws == digest, cancellationToken) ? null : new(EvidenceEnd.Withdrawn, null),
        };
    }

    /// <summary>Applied earlier, or earlier in the order of this batch; what comes later finds the notice by itself.</summary>
    private bool IsBefore(Receipt receipt, InboxNotice notice) =>
        WasApplied(receipt, notice.Entry) ||
        _messages.TakeWhile(message => message != notice).Any(message =>
            message.Entry.Client == notice.Entry.Client && message.EarlierDigests.Any(digest => IsOf(notice, digest)));

    /// <remarks>Live messages and those of bulk are each applied in the order in which they were received, the live ones first (ADR 0015).</remarks>
    private bool WasApplied(Receipt receipt, InboxEntry entry) => (receipt.IsBulk, entry.IsBulk) switch
    {
        (false, true) => true,
        (true, false) => receipt.ReceivedAt < entry.ReceivedAt && !(_bulkWaitsSince <= receipt.ReceivedAt),
        _ => receipt.ReceivedAt < entry.ReceivedAt,
    };

    private static bool IsOf(InboxNotice notice, byte[]? digest) =>
        digest is not null && notice.MessageDigests.Contains(digest, DigestComparer.Instance);
}
