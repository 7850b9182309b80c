using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Access;

/// <summary>Makes the clients and grants that a synthetic register starts with. Done twice, it does nothing.</summary>
/// <remarks>
/// No grant is made for LIFE_SYNC: its columns are ceilings for reconciliation grants, and none exists at the start.
/// </remarks>
public static class FoundingGrants
{
    /// <param name="db">The register.</param>
    /// <param name="firstPerson">The person whom the client <c>holder</c> is: the first one made.</param>
    /// <param name="today">Day in Asia/Shanghai from whose midnight on the grants hold.</param>
    /// <param name="cancellationToken">Stops before anything is saved.</param>
    public static async Task EnsureAsync(
        SharingDbContext db,
        PersonId firstPerson,
        DateOnly today,
        CancellationToken cancellationToken = default)
    {
        var clients = await db.Clients.Select(client => client.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var grants = (await db.Grants.Select(grant => new { grant.Client, grant.Purpose }).ToListAsync(cancellationToken))
            .Select(grant => (grant.Client, grant.Purpose))
            .ToHashSet();
        foreach (var (client, ofClient) in Make(firstPerson, today))
        {
            if (clients.Add(client.Id))
            {
                db.Clients.Add(client);
            }

            db.Grants.AddRange(ofClient.Where(grant => grants.Add((grant.Client, grant.Purpose))));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The clients and their grants, not yet stored.</summary>
    public static IEnumerable<(ClientSystem Client, IReadOnlyList<Grant> Grants)> Make(PersonId firstPerson, DateOnly today) =>
        from founding in FoundingClients.All
        let scope = founding.Department == Department.Holder ? RowScope.Self(firstPerson) : founding.Scope
        select (ClientOf(founding, scope), GrantsOf(founding, scope, today));

    private static ClientSystem ClientOf(FoundingClient founding, RowScope scope) => new()
    {
        Id = founding.Id,
        Department = founding.Department,
        Office = founding.Office,
        Kind = founding.Kind,
        ScopeKind = scope.Kind,
        ScopeCode = scope.Code,
    };

    private static IReadOnlyList<Grant> GrantsOf(FoundingClient founding, RowScope scope, DateOnly today)
    {
        var granted = founding.Columns.Select(column =>
            GrantOf(founding.Id, column.Purpose, scope, today, FoundingMatrix.Matrix.LevelsOf(column)));
        return founding.MayAudit ? [.. granted, GrantOf(founding.Id, Purpose.Audit, scope, today, [])] : [.. granted];
    }

    private static Grant GrantOf(
        string client,
        Purpose purpose,
        RowScope scope,
        DateOnly from,
        IReadOnlyList<DisclosureLevel> levels)
    {
        // A day as a key's time is enough: grants are ordered by their day.
        var id = Guid.CreateVersion7(Shanghai.MidnightOf(from));
        return new Grant
        {
            Id = id,
            Client = client,
            Purpose = purpose,
            ScopeKind = scope.Kind,
            ScopeCode = scope.Code,
            From = from,
            State = GrantState.Active,
            Items =
            [
                .. CatalogueItem.All.Zip(levels)
                    .Where(pair => pair.Second != DisclosureLevel.Denied)
                    .Select(pair => new GrantItem { GrantId = id, Item = pair.First.Key, Level = pair.Second }),
            ],
        };
    }
}
