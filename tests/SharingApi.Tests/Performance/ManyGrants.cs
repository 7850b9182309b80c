using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using SharingApi.Access;

namespace SharingApi.Tests.Performance;

/// <summary>Grants of other bureaus, as wide as those of the city's civil-affairs bureau, on a server that runs.</summary>
internal static class ManyGrants
{
    public static async Task LoadAsync(IServiceProvider services, int count)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using (var db = await services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync())
        {
            var models = await db.Grants.AsNoTracking().Include(grant => grant.Items)
                .Where(grant => grant.Client == "civil-affairs").ToListAsync();
            for (var i = 0; i < count; i++)
            {
                var bureau = $"bureau-{i / models.Count}";
                if (i % models.Count == 0)
                {
                    db.Clients.Add(BureauOf(bureau));
                }

                db.Grants.Add(Copy(models[i % models.Count], bureau, Guid.CreateVersion7(now)));
            }

            await db.SaveChangesAsync();
        }

        await services.GetRequiredService<Disclosures>().ReloadAsync(CancellationToken.None);
    }

    private static ClientSystem BureauOf(string id) => new()
    {
        Id = id,
        Department = Department.CivilAffairs,
        Office = "bureau",
        Kind = ClientKind.Application,
        ScopeKind = RowScopeKind.City,
    };

    private static Grant Copy(Grant model, string client, Guid id) => new()
    {
        Id = id,
        Client = client,
        Purpose = model.Purpose,
        ScopeKind = model.ScopeKind,
        From = model.From,
        State = GrantState.Active,
        Items = [.. model.Items.Select(item => new GrantItem { GrantId = id, Item = item.Item, Level = item.Level })],
    };
}
