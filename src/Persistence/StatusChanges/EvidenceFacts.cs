using Domain.Access;
using Domain.Notices;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.StatusChanges;

/// <summary>Reads stored evidence into the facts that the fold takes.</summary>
internal sealed class EvidenceFacts(NoticeEnvelope envelope, IReadOnlyDictionary<string, (Department Department, string Office)> sources)
{
    /// <summary>A source that is registered no more still said what it said; its word comes last.</summary>
    private const Department Unregistered = Department.Holder;

    public static async Task<EvidenceFacts> LoadAsync(
        SharingDbContext db,
        NoticeEnvelope envelope,
        CancellationToken cancellationToken)
    {
        var clients = await db.Clients.AsNoTracking().ToListAsync(cancellationToken);
        return new(envelope, clients.ToDictionary(client => client.Id, client => (client.Department, client.Office), StringComparer.Ordinal));
    }

    public EvidenceFact Of(Evidence evidence) => Of(evidence, envelope.OpenEvidence(evidence.Payload));

    /// <summary>The office of a client, as it is told of; the client's name where that is registered no more.</summary>
    public string OfficeOf(string client) => sources.TryGetValue(client, out var source) ? source.Office : client;

    /// <summary>The same, where the notice is at hand.</summary>
    public EvidenceFact Of(Evidence evidence, Notice notice) => new()
    {
        Id = evidence.Id,
        Position = evidence.Position,
        Rank = SourceRank.Of(sources.TryGetValue(evidence.Client, out var source) ? source.Department : Unregistered),
        Client = evidence.Client,
        Office = OfficeOf(evidence.Client),
        ReceivedAt = evidence.ReceivedAt,
        Notice = notice,
    };
}
