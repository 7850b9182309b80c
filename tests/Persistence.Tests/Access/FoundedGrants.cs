using Domain.Persons;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Access;
using Persistence.Encryption;
using Persistence.Providers;

namespace Persistence.Tests.Access;

/// <summary>An empty register with the founding clients and grants, shared by the tests of a class.</summary>
public sealed class FoundedGrants : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly PersonId First = new(Guid.Parse("0193a000-0000-7000-8000-000000000001"));

    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-grants-").FullName;

    public SharingDbContext Db { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var provider = new Sqlite();
        var contexts = new SharingDbContexts(
            provider, provider.StoreIn(_directory, "sharing"), new FieldCipher(KeyRing.Fresh()));
        Db = contexts.CreateDbContext();
        await Db.Database.MigrateAsync();
        await FoundingGrants.EnsureAsync(Db, First, Today);
    }

    public async Task DisposeAsync()
    {
        await Db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }
}
