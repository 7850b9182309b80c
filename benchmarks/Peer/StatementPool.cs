using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Peer;

/// <summary>One statement of the register, prepared on as many open connections as requests run at once.</summary>
internal sealed class StatementPool(string connectionString, string sql, params string[] parameters)
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString();

    private readonly ConcurrentBag<SqliteCommand> _idle = [];

    /// <summary>Lends the statement, bound to the values, until the loan is disposed of.</summary>
    public Loan Rent(params ReadOnlySpan<object> values)
    {
        var command = _idle.TryTake(out var used) ? used : Prepare();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return new Loan(this, command);
    }

    private SqliteCommand Prepare()
    {
        // Both live as long as the process.
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }

    internal readonly struct Loan(StatementPool pool, SqliteCommand command) : IDisposable
    {
        public SqliteDataReader Read() => command.ExecuteReader();

        public long Count() => (long)command.ExecuteScalar()!;

        public void Dispose() => pool._idle.Add(command);
    }
}
