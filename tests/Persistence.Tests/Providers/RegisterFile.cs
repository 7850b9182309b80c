using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Providers;

namespace Persistence.Tests.Providers;

/// <summary>A migrated, empty register in a file of its own, gone with the test that made it.</summary>
public sealed class RegisterFile : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("register").FullName;

    public RegisterFile()
        : this(CipherSuite.Aes)
    {
    }

    internal RegisterFile(CipherSuite suite)
    {
        Provider = DatabaseProviders.Named("Sqlite")!;
        ConnectionString = Provider.StoreIn(_directory, "sharing")!;
        Keys = Keys.Fresh() with { Suite = suite };
        Cipher = new FieldCipher(Keys.Fields, suite);
        Index = new BlindIndex(Keys.Index, suite);
        Contexts = new SharingDbContexts(Provider, ConnectionString, Cipher);
        using var db = Contexts.CreateDbContext();
        db.Database.Migrate();
    }

    public IDatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public string FilePath => Path.Combine(_directory, "sharing.db");

    public Keys Keys { get; }

    public FieldCipher Cipher { get; }

    public BlindIndex Index { get; }

    public IDbContextFactory<SharingDbContext> Contexts { get; }

    public SharingDbContext Open() => Contexts.CreateDbContext();

    /// <summary>First column of every row, as text.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = await Provider.OpenAsync(ConnectionString, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_directory, true);
    }
}
