using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using SharingApi.Access;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Puts random levels in the place of what civil affairs was granted for subsidies.</summary>
internal static class RandomGrants
{
    public const string Client = "civil-affairs";
    public const string Name = "SUBSIDY";

    private static readonly DisclosureLevel[] Drawn =
    [
        DisclosureLevel.Clear, DisclosureLevel.Clear, DisclosureLevel.Masked, DisclosureLevel.MatchOnly, DisclosureLevel.Aggregate, DisclosureLevel.Denied,
    ];

    /// <summary>Loads the grants anew with random levels.</summary>
    /// <returns>The level of every item that the caller really has: never more open than one of its parts.</returns>
    public static async Task<IReadOnlyDictionary<string, DisclosureLevel>> DrawAsync(SharingApp app, Random random)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        var clients = await db.Clients.AsNoTracking().ToListAsync();
        var grants = await db.Grants.AsNoTracking().Include(grant => grant.Items).ToListAsync();
        var levels = SharingMatrix.Items.ToDictionary(item => item, _ => Drawn[random.Next(Drawn.Length)], StringComparer.Ordinal);
        var grant = grants.Single(held => held.Client == Client && held.Purpose == Purpose.Subsidy);
        grant.Items.Clear();
        grant.Items.AddRange(levels.Select(level => new GrantItem { GrantId = grant.Id, Item = level.Key, Level = level.Value }));
        app.Services.GetRequiredService<Disclosures>().Load(clients, grants);
        return levels.ToDictionary(level => level.Key, level => Narrowed(level.Key, levels), StringComparer.Ordinal);
    }

    private static DisclosureLevel Narrowed(string item, Dictionary<string, DisclosureLevel> levels) =>
        SharingMatrix.PartsOf(item).Select(part => Narrowed(part, levels)).Append(levels[item]).Max();
}
