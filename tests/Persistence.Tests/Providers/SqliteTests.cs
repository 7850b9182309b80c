using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Providers;

namespace Persistence.Tests.Providers;

public sealed class SqliteTests(RegisterFile store) : IClassFixture<RegisterFile>
{
    public static TheoryData<string, string> Settings => new()
    {
        { "journal_mode", "wal" },
        { "synchronous", "2" },
        { "foreign_keys", "1" },
        { "secure_delete", "1" },
        { "busy_timeout", "10000" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_connection_beside_EF_is_told_how_to_be_safe(string setting, string expected) =>
        Assert.Equal([expected], await store.ReadAsync($"PRAGMA {setting}"));

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_connection_of_EF_is_told_the_same(string setting, string expected)
    {
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {setting}";
        Assert.Equal(expected, Convert.ToString(
            await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_throws_instead_of_making_another_one() =>
        await Assert.ThrowsAsync<SqliteException>(
            () => new Sqlite().OpenAsync("Data Source=no-such-directory/x.db", CancellationToken.None));

    [Fact]
    public async Task Text_is_compared_byte_by_byte()
    {
        var collations = await store.ReadAsync(
            "SELECT sql FROM sqlite_master WHERE sql LIKE '%COLLATE%'");

        Assert.Empty(collations);
        Assert.Equal(["0"], await store.ReadAsync("SELECT 'a' = 'A'"));
    }

    [Fact]
    public void Only_providers_of_this_build_have_a_name()
    {
        Assert.NotNull(DatabaseProviders.Named("sqlite"));
        Assert.Null(DatabaseProviders.Named("Oracle"));
        Assert.Equal(["Sqlite"], DatabaseProviders.Names);
    }
}
