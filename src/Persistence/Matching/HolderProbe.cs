using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.Matching;

/// <summary>Asks the blind indexes whether a notice may concern a holder: always all of them, for everybody alike.</summary>
internal static class HolderProbe
{
    /// <param name="db">The register.</param>
    /// <param name="client">Who sends: what a message withdraws is its sender's own.</param>
    /// <param name="probes">What to ask for.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>For each probe, in order, whether there is a candidate.</returns>
    public static async Task<IReadOnlyList<bool>> RunAsync(
        SharingDbContext db,
        string client,
        IReadOnlyList<SubjectProbe> probes,
        CancellationToken cancellationToken)
    {
        byte[][] numbers = [.. probes.SelectMany(probe => probe.IdNumbers)];
        byte[][] weakKeys = [.. probes.SelectMany(probe => probe.WeakKeys)];

        var current = await db.Persons.Where(person => numbers.Contains(person.IdNumberIndex))
            .Select(person => person.IdNumberIndex).ToListAsync(cancellationToken);
        var former = await db.FormerIdentities.Where(identity => numbers.Contains(identity.IdNumberIndex))
            .Select(identity => identity.IdNumberIndex).ToListAsync(cancellationToken);
        var weak = await db.Persons.Where(person => weakKeys.Contains(person.WeakIndex))
            .Select(person => person.WeakIndex).ToListAsync(cancellationToken);

        // Whether to ask follows from what was sent alone: a withdrawal always asks.
        byte[][] messages = [.. probes.SelectMany(probe => probe.Messages)];
        var evidence = messages.Length == 0
            ? []
            : await db.Evidence.Where(piece => piece.Client == client && piece.MessageDigest != null && messages.Contains(piece.MessageDigest))
                .Select(piece => piece.MessageDigest!).ToListAsync(cancellationToken);

        var found = current.Concat(former).Concat(weak).Concat(evidence).ToHashSet(DigestComparer.Instance);
        return [.. probes.Select(probe => probe.IdNumbers.Any(found.Contains) | probe.WeakKeys.Any(found.Contains) |
            probe.Messages.Any(found.Contains))];
    }
}
