using Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Notices;

/// <summary>The evidence that messages of a batch withdraw or supersede, of this batch or before it.</summary>
internal sealed class EarlierEvidence
{
    private readonly SharingDbContext _db;
    private readonly Dictionary<byte[], Evidence> _byDigest = new(DigestComparer.Instance);

    private EarlierEvidence(SharingDbContext db) => _db = db;

    public static async Task<EarlierEvidence> LoadAsync(
        SharingDbContext db,
        IReadOnlyList<InboxMessage> messages,
        CancellationToken cancellationToken)
    {
        var earlier = new EarlierEvidence(db);
        byte[][] digests = [.. messages.SelectMany(message => message.EarlierDigests)];
        if (digests.Length > 0)
        {
            string[] clients = [.. messages.Select(message => message.Entry.Client).Distinct(StringComparer.Ordinal)];
            var found = await db.Evidence
                .Where(evidence => clients.Contains(evidence.Client) &&
                    evidence.MessageDigest != null && digests.Contains(evidence.MessageDigest))
                .ToListAsync(cancellationToken);
            found.ForEach(earlier.Add);
        }

        return earlier;
    }

    /// <summary>Persons whom a withdrawal may change.</summary>
    public IEnumerable<Evidence> All => _byDigest.Values;

    /// <summary>Evidence of this batch, which a later message of it may take back.</summary>
    public void Add(Evidence evidence) => _byDigest[evidence.MessageDigest!] = evidence;

    /// <summary>The evidence of that message, if the same client sent it. Digests are made with the client's name, so that no other's fit.</summary>
    public Evidence? Of(InboxMessage message) => message.EarlierDigests
        .Select(digest => _byDigest.GetValueOrDefault(digest))
        .FirstOrDefault(evidence => evidence?.Client == message.Entry.Client);

    /// <summary>
    /// The evidence that stands again where a correction is withdrawn: the nearest before it that was not withdrawn itself, unless
    /// another correction of it remains.
    /// </summary>
    public async Task<Evidence?> RevivedByAsync(Evidence withdrawn, bool wasSuperseded, CancellationToken cancellationToken)
    {
        var ended = withdrawn;
        while (!wasSuperseded && ended.CorrectsId is { } id)
        {
            var parent = await _db.Evidence.FindAsync([id], cancellationToken);
            if (parent is null || await HasOtherCorrectionAsync(parent, withdrawn, cancellationToken))
            {
                return null;
            }

            if (parent.End == EvidenceEnd.Superseded)
            {
                return parent.PersonId is null ? null : parent;
            }

            ended = parent;
        }

        return null;
    }

    private async Task<bool> HasOtherCorrectionAsync(Evidence parent, Evidence withdrawn, CancellationToken cancellationToken)
    {
        await _db.Evidence.Where(other => other.CorrectsId == parent.Id).LoadAsync(cancellationToken);
        return _db.Evidence.Local.Any(other =>
            other.CorrectsId == parent.Id && other.Id != withdrawn.Id && other.End != EvidenceEnd.Withdrawn);
    }
}
