using System.Collections.Concurrent;
using System.Diagnostics;
using Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Persistence.Tests.Notices;

/// <summary>What the road of a notice asks the database, counted: as often for one notice as for a batch of them.</summary>
/// <remarks>Rows that are only added go through one prepared INSERT a table and are not counted: each row is one, as it must be.</remarks>
public sealed class StatementsOfNoticesTests : IClassFixture<NoticeRegister>, IDisposable
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

    private async Task<IReadOnlyList<Notice>> DeathsAsync(int count)
    {
        var living = await _register.ReadAsync(db => db.Persons.AsNoTracking()
            .Where(person => person.LifeStatus == Domain.Persons.LifeStatus.Alive && person.HukouDivisionCode == "530128")
            .OrderBy(person => person.Id).Take(count).ToListAsync());
        return [.. living.Select(person => ANotice.OfDeath(person))];
    }

    private static bool IsQuestion(string statement) => statement.StartsWith("SELECT", StringComparison.Ordinal);

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
