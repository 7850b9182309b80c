using Domain.Places;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Persistence;
using Persistence.Encryption;

namespace Harness.Register;

/// <summary>Looks into the register beside the server that runs on it: whom to ask for, and whether notices wait.</summary>
internal sealed class RegisterFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly FieldCipher _cipher;

    public RegisterFile(string dataDirectory)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DataDirectory", dataDirectory)])
            .Build();
        var settings = PersistenceSettings.Read(configuration, mayMakeKeys: false, new List<string>())
            ?? throw new InvalidOperationException("The data directory has no register.");
        _cipher = new FieldCipher(settings.Keys.Fields, settings.Keys.Suite);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString)
        {
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    /// <summary>Living holders whose number is theirs alone, in the order of their keys.</summary>
    public IReadOnlyList<Holder> Holders(int most)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "SELECT IdNumber, Name, Sex, BirthDate FROM Persons WHERE LifeStatus = 'ALIVE' ORDER BY Id LIMIT @most";
        command.Parameters.AddWithValue("@most", most);
        using var row = command.ExecuteReader();
        var holders = new Dictionary<string, Holder>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        while (row.Read())
        {
            var number = _cipher.DecryptText(row.GetFieldValue<byte[]>(0));
            if (!holders.TryAdd(number, new Holder(number, row.GetString(1), row.GetString(2), row.GetString(3))))
            {
                shared.Add(number);
            }
        }

        return [.. holders.Values.Where(holder => !shared.Contains(holder.IdNumber))];
    }

    /// <summary>Notices that were accepted and that the worker has not taken yet.</summary>
    public long Waiting() => Count("SELECT COUNT(*) FROM Inbox");

    /// <summary>Holders whose death stands.</summary>
    public long Deceased() => Count("SELECT COUNT(*) FROM Persons WHERE LifeStatus = 'DECEASED'");

    /// <summary>The codes of the units, the biggest first as the synthetic register fills them.</summary>
    public static IReadOnlyList<string> Units() => [.. ManagementUnits.All.OrderByDescending(unit => unit.BudgetWeight).Select(unit => unit.Code)];

    public void Dispose() => _connection.Dispose();

    private long Count(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}

/// <summary>An invented person as a notice names one.</summary>
internal sealed record Holder(string IdNumber, string Name, string Sex, string BirthDate);
