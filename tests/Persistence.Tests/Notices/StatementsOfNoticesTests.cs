using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Domain.Notices;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Persistence.Tests.Notices;

/// <summary>What the road of a notice asks the database, counted: as often for one notice as for a batch of them.</summary>
/// <remarks>Rows that are only added go through one prepared INSERT a table and are not counted: each row is one, as it must be.</remarks>
public sealed partial class StatementsOfNoticesTests : IClassFixture<NoticeRegister>, IDisposable
{
    private const int Many = 50;

    private readonly NoticeRegister _register;

    // Before the register's writer is first used: EF remembers for a while that nobody listens.
    private readonly Asked _asked;

    public StatementsOfNoticesTests(NoticeRegister register)
    {
        _register = register;
        _asked = new Asked(register.Path);
    }

    public void Dispose() => _asked.Dispose();

    [Fact]
    public async Task Accepting_asks_no_more_for_many_than_for_one()
    {
        var deaths = await DeathsAsync(1 + Many + 1);
        await _register.SendAsync(deaths[0]);

        var one = await AskedWhileAsync(() => _register.SendAsync(deaths[1]));
        var many = await AskedWhileAsync(() => _register.SendAsync([.. deaths.Skip(2)]));

        Assert.NotEmpty(one);
        Assert.Equal(one.Count, many.Count);
        await _register.Apply.RunAsync(default);
    }

    [Fact]
    public async Task Applying_asks_no_more_for_many_than_for_one()
    {
        var deaths = await DeathsAsync(1 + Many);
        await _register.SendAsync(deaths[0]);
        var one = await AskedWhileAsync(() => _register.Apply.RunAsync(default));
        await _register.SendAsync([.. deaths.Skip(1)]);

        var many = await AskedWhileAsync(() => _register.Apply.RunAsync(default));

        Assert.NotEmpty(one);
        Assert.Equal(Kinds(one), Kinds(many));
        Assert.Equal(one.Count(IsQuestion), many.Count(IsQuestion));
    }

    [Fact]
    public async Task No_table_that_grows_is_read_from_end_to_end()
    {
        var living = await LivingAsync(3, "530102");
        Notice[] deaths = [.. living.Select(person => ANotice.OfDeath(person))];

        var asked = await AskedWhileAsync(async () =>
        {
            await _register.SendAndApplyAsync([.. deaths]);
            await _register.SendAndApplyAsync(ANotice.OfDeath(living[0], "2026-06-19") with { Corrects = deaths[0].MessageId });
            await _register.WithdrawAndApplyAsync(deaths[1].MessageId);
        });

        await using var db = _register.Contexts.CreateDbContext();
        await db.Database.OpenConnectionAsync();

        // Knowing how few rows there are here, it would be right to read them all.
        await db.Database.ExecuteSqlRawAsync("DELETE FROM sqlite_stat1; ANALYZE sqlite_schema");
        foreach (var statement in asked.Where(IsPlanned).Where(statement => !AsksSmallTable(statement)).Distinct())
        {
            var plan = await PlanOfAsync(db.Database.GetDbConnection(), statement);
            Assert.True(!plan.Any(IsWholeTable), $"{statement}\n{string.Join('\n', plan)}");
        }
    }

    private async Task<IReadOnlyList<Notice>> DeathsAsync(int count) =>
        [.. (await LivingAsync(count)).Select(person => ANotice.OfDeath(person))];

    private Task<List<Person>> LivingAsync(int count, string division = "530128") => _register.ReadAsync(db => db.Persons.AsNoTracking()
        .Where(person => person.LifeStatus == LifeStatus.Alive && person.HukouDivisionCode == division)
        .OrderBy(person => person.Id).Take(count).ToListAsync());

    private static bool IsQuestion(string statement) => statement.StartsWith("SELECT", StringComparison.Ordinal);

    private static bool IsPlanned(string statement) => IsQuestion(statement) ||
        statement.StartsWith("UPDATE", StringComparison.Ordinal) || statement.StartsWith("DELETE", StringComparison.Ordinal);

    // A list that was sent along is read as a table, too.
    private static bool IsWholeTable(string step) =>
        step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal);

    // As many rows as there are offices.
    private static bool AsksSmallTable(string statement) => SmallTable().IsMatch(statement);

    [GeneratedRegex("FROM \"(Clients|Grants|Receivers)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SmallTable();

    [GeneratedRegex(@"@\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    private static async Task<IReadOnlyList<string>> PlanOfAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    /// <summary>What a statement does and to which table, once each.</summary>
    private static IEnumerable<string> Kinds(IEnumerable<string> statements) => statements
        .Select(statement => string.Join(' ', statement.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(2)))
        .Distinct().Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> AskedWhileAsync(Func<Task> work)
    {
        _asked.Statements.Clear();
        await work();
        return [.. _asked.Statements];
    }

    /// <summary>Hears of every statement that EF runs on one database.</summary>
    private sealed class Asked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _path;
        private readonly List<IDisposable> _subscriptions = [];

        public Asked(string path)
        {
            _path = path;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public ConcurrentQueue<string> Statements { get; } = [];

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(listener.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> told)
        {
            if (told.Value is CommandExecutedEventData { Command: var command } && command.Connection?.DataSource == _path)
            {
                Statements.Enqueue(command.CommandText);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());
    }
}
