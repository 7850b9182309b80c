using Domain.Access;
using Domain.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Audit;
using Persistence.Providers;

namespace Persistence.Tests.Audit;

public sealed class ReadLogWriterTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-read-log-").FullName;
    private readonly AuditStore _store;

    public ReadLogWriterTests()
    {
        var provider = new Sqlite();
        _store = new AuditStore(provider, provider.StoreIn(_directory, "audit"));
    }

    public Task InitializeAsync() => _store.EnsureAsync(CancellationToken.None);

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Five_hundred_at_once_are_each_written_exactly_once()
    {
        await using var writer = new ReadLogWriter(_store);
        var entries = Enumerable.Range(0, 500).Select(i => Entry($"request-{i}")).ToList();

        await Task.WhenAll(entries.Select(entry => Task.Run(() => writer.CommitAsync(entry))));

        var written = await new ReadLogEntries(_store).NewestAsync(1000);
        Assert.Equal(entries.Select(e => e.RequestId).Order(), written.Select(e => e.RequestId).Order());
    }

    [Fact]
    public async Task An_entry_can_be_read_by_another_connection_once_its_commit_returned()
    {
        await using var writer = new ReadLogWriter(_store);
        for (var i = 0; i < 20; i++)
        {
            await writer.CommitAsync(Entry($"request-{i}"));

            Assert.Single(await new ReadLogEntries(_store).OfRequestAsync($"request-{i}"));
        }
    }

    [Fact]
    public async Task An_entry_is_read_as_it_was_written()
    {
        var full = Entry("request-1");
        var bare = new ReadLogEntry
        {
            Id = Guid.CreateVersion7(Now.AddSeconds(1)),
            At = Now.AddSeconds(1),
            Client = "court",
            Kind = ClientKind.Application,
            RequestId = "request-2",
            RootFields = "persons",
            Items = string.Empty,
            Outcome = ReadOutcome.Refused,
            PersonCount = 0,
            Persons = [],
        };
        await using (var writer = new ReadLogWriter(_store))
        {
            await Task.WhenAll(writer.CommitAsync(full), writer.CommitAsync(bare));
        }

        Assert.Equivalent(new[] { bare, full }, await new ReadLogEntries(_store).NewestAsync(2), strict: true);
    }

    [Fact]
    public async Task A_store_that_fails_fails_the_commit_and_the_next_one_tries_again()
    {
        await using var writer = new ReadLogWriter(_store);
        var taken = Entry("request-1");
        await writer.CommitAsync(taken);

        await Assert.ThrowsAsync<ReadLogFailedException>(() => writer.CommitAsync(taken));
        await writer.CommitAsync(Entry("request-2"));

        Assert.Equal(2, await new ReadLogEntries(_store).CountAsync());
    }

    [Theory]
    [InlineData("""UPDATE "ReadLog" SET "Client" = 'nobody'""")]
    [InlineData("""DELETE FROM "ReadLog" """)]
    public async Task What_is_written_can_be_neither_changed_nor_deleted(string statement)
    {
        await using (var writer = new ReadLogWriter(_store))
        {
            await writer.CommitAsync(Entry("request-1"));
        }

        await using var db = _store.CreateDbContext();
        var failure = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(statement));

        Assert.Contains("append-only", failure.Message);
    }

    [Fact]
    public async Task Closing_writes_what_still_waits()
    {
        var writer = new ReadLogWriter(_store);
        var commits = Enumerable.Range(0, 50).Select(i => writer.CommitAsync(Entry($"request-{i}"))).ToList();

        await writer.DisposeAsync();

        Assert.All(commits, commit => Assert.True(commit.IsCompletedSuccessfully));
        Assert.Equal(50, await new ReadLogEntries(_store).CountAsync());
    }

    private static ReadLogEntry Entry(string requestId) => new()
    {
        Id = Guid.CreateVersion7(Now),
        At = Now,
        Client = "reviewer-1",
        User = "7d3f0000-0000-4000-8000-000000000001",
        Kind = ClientKind.User,
        Purpose = Purpose.Cert,
        Grant = Guid.CreateVersion7(Now),
        CaseReference = "昆残联〔2026〕12号",
        RequestId = requestId,
        RootFields = "persons,serviceNeeds",
        Items = "person.name:C,person.phone:M",
        Outcome = ReadOutcome.Hit,
        PersonCount = 1,
        Persons = Guid.CreateVersion7(Now).ToByteArray(bigEndian: true),
    };
}
