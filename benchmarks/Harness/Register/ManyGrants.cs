using Domain.Access;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Access;

namespace Harness.Register;

/// <summary>Loads a register with grants of bureaus that ask for nothing while others are measured.</summary>
/// <remarks>
/// Each bureau has a system that checks persons and a clerk who reads them, in a county of their own. They follow no feed: what it
/// costs to tell more receivers is another question than what it costs to have more grants.
/// </remarks>
internal static class ManyGrants
{
    private static readonly string[] Counties = ["530102", "530103", "530111", "530112", "530128", "530129"];

    /// <param name="dataDirectory">A register on which no server runs.</param>
    /// <param name="count">How many grants, all in force.</param>
    public static async Task LoadAsync(string dataDirectory, int count)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataDirectory", dataDirectory)]).Build();
        var settings = PersistenceSettings.Read(configuration, mayMakeKeys: false, new List<string>())
            ?? throw new InvalidOperationException("The data directory has no register.");
        await using var services = new ServiceCollection().AddPersistence(settings).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        for (var i = 0; i < count; i++)
        {
            var client = ClientOf(i);
            db.Clients.Add(client);
            db.Grants.Add(GrantTo(client, i % 2 == 0 ? Purpose.Verify : Purpose.Subsidy));
        }

        await db.SaveChangesAsync();
    }

    private static ClientSystem ClientOf(int i) => new()
    {
        Id = FormattableString.Invariant($"bureau-{i / 2}{(i % 2 == 0 ? "" : "-clerk")}"),
        Department = Department.CivilAffairs,
        Office = "benchmark",
        Kind = i % 2 == 0 ? ClientKind.Application : ClientKind.User,
        ScopeKind = RowScopeKind.HukouDivision,
        ScopeCode = Counties[i / 2 % Counties.Length],
    };

    private static Grant GrantTo(ClientSystem client, Purpose purpose)
    {
        var today = Shanghai.DayOf(TimeProvider.System.GetUtcNow());
        var id = Guid.CreateVersion7(Shanghai.MidnightOf(today));
        var ceiling = Ceiling.Of(client, Purpose.Subsidy, FoundingMatrix.Matrix);
        return new Grant
        {
            Id = id,
            Client = client.Id,
            Purpose = purpose,
            ScopeKind = client.ScopeKind,
            ScopeCode = client.ScopeCode,
            From = today,
            State = GrantState.Active,
            Items =
            [
                .. CatalogueItem.All.Where(item => ceiling[item.Ordinal] != DisclosureLevel.Denied)
                    .Select(item => new GrantItem { GrantId = id, Item = item.Key, Level = ceiling[item.Ordinal] }),
            ],
        };
    }
}
