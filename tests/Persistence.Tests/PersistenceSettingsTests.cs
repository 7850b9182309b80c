using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Encryption;
using Persistence.Register;
using Persistence.Writing;

namespace Persistence.Tests;

public sealed class PersistenceSettingsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("settings").FullName;

    [Fact]
    public void Without_configuration_the_register_is_a_file_in_the_data_directory()
    {
        var settings = Read(new() { ["DataDirectory"] = _directory }, out var faults)!;

        Assert.Empty(faults);
        Assert.Equal("Sqlite", settings.Provider.Name);
        Assert.Contains(_directory, settings.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_this_build_does_not_know_is_one_clear_fault()
    {
        Assert.Null(Read(new() { ["DataDirectory"] = _directory, ["Database:Provider"] = "Oracle" }, out var faults));

        Assert.Equal("Database:Provider must be one of: Sqlite.", Assert.Single(faults));
    }

    [Fact]
    public async Task What_is_registered_writes_and_reads()
    {
        var settings = Read(new() { ["DataDirectory"] = _directory }, out _)!;
        await using var services = new ServiceCollection().AddPersistence(settings).BuildServiceProvider(true);
        await using (var db = await services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
        }

        var channel = services.GetRequiredService<WriteChannel>();
        await channel.RunAsync(
            (db, _) => Task.FromResult(db.Settings.Add(new Setting { Key = "a", Value = "b" }).Entity),
            CancellationToken.None);

        Assert.Equal(1, await channel.RunAsync((db, token) => db.Settings.CountAsync(token), CancellationToken.None));
        Assert.NotNull(services.GetRequiredService<RegisterFounding>());
        Assert.Same(settings.Keys, services.GetRequiredService<Keys>());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, true);
    }

    private static PersistenceSettings? Read(Dictionary<string, string?> values, out List<string> faults)
    {
        faults = [];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return PersistenceSettings.Read(configuration, mayMakeKeys: true, faults);
    }
}
