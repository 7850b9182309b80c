using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Register;
using Persistence.Tests.Providers;
using Persistence.Writing;
using Xunit.Abstractions;

namespace Persistence.Tests.Writing;

public sealed class WriteChannelTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 200;

    private readonly RegisterFile _store = new();

    [Theory]
    [InlineData(77)]
    [InlineData(80)]
    public async Task Of_two_hundred_writers_at_once_only_the_failing_one_loses_its_work(int failing)
    {
        await using var channel = new WriteChannel(_store.Contexts);
        var clock = Stopwatch.StartNew();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async i =>
        {
            try
            {
                await channel.RunAsync((db, _) => AddAsync(db, i, fails: i == failing), CancellationToken.None, isLong: i % 10 == 0);
                return "";
            }
            catch (InvalidDataException fault)
            {
                return fault.Message;
            }
        }));

        output.WriteLine($"{Writers / clock.Elapsed.TotalSeconds:F0} durable writes a second over {Writers} writers");
        Assert.Equal($"Number {failing} fails.", Assert.Single(outcomes, outcome => outcome.Length > 0));
        Assert.Equal(
            Enumerable.Range(0, Writers).Where(i => i != failing).Select(Key).Order(StringComparer.Ordinal),
            (await KeysAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_reported_written_is_in_the_file_whatever_becomes_of_the_process()
    {
        await using var channel = new WriteChannel(_store.Contexts);
        await channel.RunAsync((db, _) => AddAsync(db, 1), CancellationToken.None);

        // As a crash would leave it: the file and its log, copied while the store is open.
        var copy = _store.FilePath + ".copy";
        File.Copy(_store.FilePath, copy);
        File.Copy(_store.FilePath + "-wal", copy + "-wal");

        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Key\" FROM \"Settings\"";
        Assert.Equal(Key(1), await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_result_is_what_the_work_returned()
    {
        await using var channel = new WriteChannel(_store.Contexts);

        Assert.Equal(42, await channel.RunAsync((_, _) => Task.FromResult(42), CancellationToken.None));
    }

    [Fact]
    public async Task Work_sees_what_was_written_before_it()
    {
        await using var channel = new WriteChannel(_store.Contexts);
        var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => channel.RunAsync(
            async (db, cancellationToken) =>
            {
                var before = await db.Settings.CountAsync(cancellationToken);
                await AddAsync(db, i);
                return before;
            },
            CancellationToken.None)));

        Assert.Equal(Enumerable.Range(0, 20), counts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_the_database_refuses_fails_its_own_caller_only(bool isLong)
    {
        await using var channel = new WriteChannel(_store.Contexts);
        await channel.RunAsync((db, _) => AddAsync(db, 1), CancellationToken.None);

        var good = channel.RunAsync((db, _) => AddAsync(db, 2), CancellationToken.None);
        var twice = channel.RunAsync((db, _) => AddAsync(db, 1), CancellationToken.None, isLong);
        var alsoGood = channel.RunAsync((db, _) => AddAsync(db, 3), CancellationToken.None);

        await good;
        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
        await alsoGood;
        Assert.Equal([Key(1), Key(2), Key(3)], (await KeysAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Work_that_is_cancelled_in_the_queue_never_runs()
    {
        await using var channel = new WriteChannel(_store.Contexts);
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var isRunning = new TaskCompletionSource();
        var first = channel.RunAsync(
            async (db, _) =>
            {
                isRunning.SetResult();
                await gate.Task;
                return await AddAsync(db, 1);
            },
            CancellationToken.None);
        await isRunning.Task;

        var second = channel.RunAsync((db, _) => AddAsync(db, 2), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();

        await first;
        Assert.Equal([Key(1)], await KeysAsync());
    }

    [Fact]
    public async Task Work_that_is_cancelled_while_it_runs_undoes_itself()
    {
        await using var channel = new WriteChannel(_store.Contexts);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.RunAsync(
            async (db, cancellationToken) =>
            {
                await AddAsync(db, 1);
                await db.SaveChangesAsync(CancellationToken.None);
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return 1;
            },
            stop.Token));

        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task Work_with_a_token_cancelled_before_is_cancelled()
    {
        await using var channel = new WriteChannel(_store.Contexts);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => channel.RunAsync((db, _) => AddAsync(db, 1), new CancellationToken(true)));
    }

    [Fact]
    public async Task A_closed_channel_writes_what_it_took_and_takes_no_more()
    {
        var channel = new WriteChannel(_store.Contexts);
        var taken = Enumerable.Range(0, 100)
            .Select(i => channel.RunAsync((db, _) => AddAsync(db, i), CancellationToken.None))
            .ToList();

        await channel.DisposeAsync();

        Assert.All(taken, write => Assert.True(write.IsCompletedSuccessfully || !write.IsFaulted));
        await Task.WhenAll(taken);
        Assert.Equal(100, (await KeysAsync()).Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => channel.RunAsync((db, _) => AddAsync(db, 1), CancellationToken.None));
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_fails_everybody_and_then_serves_again()
    {
        var contexts = new ContextsThatFailFirst(_store.Contexts);
        await using var channel = new WriteChannel(contexts);

        await Assert.ThrowsAsync<IOException>(() => channel.RunAsync((db, _) => AddAsync(db, 1), CancellationToken.None));
        await channel.RunAsync((db, _) => AddAsync(db, 2), CancellationToken.None);

        Assert.Equal([Key(2)], await KeysAsync());
    }

    public void Dispose() => _store.Dispose();

    private static Task<int> AddAsync(SharingDbContext db, int number, bool fails = false)
    {
        db.Settings.Add(new Setting { Key = Key(number), Value = "written" });
        return fails ? throw new InvalidDataException($"Number {number} fails.") : Task.FromResult(number);
    }

    private static string Key(int number) => $"test.{number:D3}";

    private Task<List<string>> KeysAsync() => _store.ReadAsync("SELECT \"Key\" FROM \"Settings\"");

    private sealed class ContextsThatFailFirst(IDbContextFactory<SharingDbContext> contexts) : IDbContextFactory<SharingDbContext>
    {
        private bool _hasFailed;

        public SharingDbContext CreateDbContext()
        {
            if (_hasFailed)
            {
                return contexts.CreateDbContext();
            }

            _hasFailed = true;
            throw new IOException("The disk is full.");
        }
    }
}
