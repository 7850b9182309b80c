using Domain.Access;
using Domain.Notices;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.StatusChanges;

/// <summary>Reads stored evidence into the facts that the fold takes.</summary>
internal sealed class EvidenceFacts(NoticeEnvelope envelope, IReadOnlyDictionary<string, Department> departments)
{
    /// <summary>A source that is registered no more still said what it said; its word comes last.</summary>
    private const Department Unregistered = Department.Holder;

    public static async Task<EvidenceFacts> LoadAsync(
        SharingDbContext db,
        NoticeEnvelope envelope,
        CancellationToken cancellationToken)
    {
        var departments = await db.Clients.AsNoTracking()
            .ToDictionaryAsync(client => client.Id, client => client.Department, StringComparer.Ordinal, cancellationToken);
        return new(envelope, departments);
    }

    public EvidenceFact Of(Evidence evidence) => Of(evidence, envelope.OpenEvidence(evidence.Payload));

    /// <summary>The same, where the notice is at hand.</summary>
    public EvidenceFact Of(Evidence evidence, Notice notice) => new()
    {
        Id = evidence.Id,
        Position = evidence.Position,
        Rank = SourceRank.Of(departments.GetValueOrDefault(evidence.Client, Unregistered)),
        ReceivedAt = evidence.ReceivedAt,
        Notice = notice,
    };
}
