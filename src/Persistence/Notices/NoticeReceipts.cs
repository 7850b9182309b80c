using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;

namespace Persistence.Notices;

/// <summary>What a sender was told about its messages: the same for holders and all others.</summary>
public sealed class NoticeReceipts(IDbContextFactory<SharingDbContext> contexts, BlindIndex index, TimeProvider clock)
{
    /// <returns>For each id, in order, when it was taken; null for one that never was, or is older than receipts are kept.</returns>
    public async Task<IReadOnlyList<DateTimeOffset?>> FindAsync(
        string client,
        IReadOnlyList<string> messageIds,
        CancellationToken cancellationToken)
    {
        byte[][][] digests = [.. messageIds.Select(id => index.AllOfMessageId(client, id))];
        byte[][] all = [.. digests.SelectMany(ofOne => ofOne)];
        var oldest = clock.GetUtcNow() - AcceptNotices.ReceiptsAreKept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Receipts.AsNoTracking()
            .Where(receipt => receipt.Client == client && receipt.ReceivedAt >= oldest && all.Contains(receipt.MessageDigest))
            .ToDictionaryAsync(
                receipt => receipt.MessageDigest,
                receipt => (DateTimeOffset?)receipt.ReceivedAt,
                DigestComparer.Instance,
                cancellationToken);
        return [.. digests.Select(ofOne => ofOne.Select(digest => found.GetValueOrDefault(digest)).FirstOrDefault(at => at is not null))];
    }
}
