using Microsoft.EntityFrameworkCore;
using Persistence.Register;
using Persistence.StatusChanges;
using Persistence.Tests.Providers;

namespace Persistence.Tests.Register;

public sealed class RegisterFoundingTests : IDisposable
{
    private const string Schema = "SELECT type || name || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";

    private static readonly RegisterPlan Plan = new(300, 7, new DateOnly(2026, 11, 24));

    private readonly RegisterFile _store = new();

    [Fact]
    public async Task An_empty_register_is_founded_once()
    {
        var first = await FoundAsync();
        var second = await FoundAsync();

        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.NotNull(first.FirstPersonId);
        Assert.Equal(first.FirstPersonId, second.FirstPersonId);
    }

    [Fact]
    public async Task What_was_written_in_bulk_is_what_EF_reads()
    {
        await FoundAsync();
        var made = SyntheticRegister.Make(Plan, _store.Index, _store.Cipher).Entries().ToList();

        await using var db = _store.Open();
        var persons = await db.Persons.AsNoTracking().OrderBy(person => person.Id).ToListAsync();
        var needs = await db.ServiceNeeds.AsNoTracking().CountAsync();

        Assert.Equal(made.Select(entry => entry.Person.State), persons.Select(person => person.State));
        Assert.Equal(made.Select(entry => entry.Person.IdNumber), persons.Select(person => person.IdNumber));
        Assert.Equal(made.Select(entry => entry.Person.Name), persons.Select(person => person.Name));
        Assert.Equal(made.Select(entry => entry.Person.GuardianPhone), persons.Select(person => person.GuardianPhone));
        Assert.Equal(made.Select(entry => entry.Person.IdNumberIndex), persons.Select(person => person.IdNumberIndex));
        Assert.Equal(made.Sum(entry => entry.ServiceNeeds.Count), needs);
    }

    [Fact]
    public async Task The_stored_founding_evidence_states_the_stored_state()
    {
        await FoundAsync();

        await using var db = _store.Open();
        var pairs = await db.Evidence.AsNoTracking()
            .Join(db.Persons, evidence => evidence.PersonId, person => person.Id, (evidence, person) => new { evidence, person })
            .ToListAsync();

        Assert.Equal(Plan.Persons, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.person.State with { Identity = null, Residence = null }, FoundingPayload.Open(pair.evidence.Payload, _store.Cipher)));
    }

    [Fact]
    public async Task Filling_the_register_leaves_the_schema_of_the_migrations()
    {
        var migrated = await _store.ReadAsync(Schema);

        await FoundAsync();

        Assert.Equal(migrated, await _store.ReadAsync(Schema));
        Assert.Equal(["ok"], await _store.ReadAsync("PRAGMA integrity_check"));
        Assert.Empty(await _store.ReadAsync("PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task A_founding_that_was_interrupted_is_begun_anew()
    {
        using var stop = new CancellationTokenSource();
        var interrupts = new OnFirstReport(stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Founding().RunAsync(Plan, true, interrupts, stop.Token));
        Assert.NotEqual(["0"], await _store.ReadAsync("SELECT count(*) FROM \"Communities\""));

        var found = await FoundAsync();

        Assert.True(found.IsNew);
        await using var db = _store.Open();
        var count = await RegisterInvariants.CountAsync(db, CancellationToken.None);
        Assert.Equal(Plan.Persons, count.Persons);
        Assert.True(count.Holds);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_block_the_next()
    {
        await _store.ReadAsync("DELETE FROM \"__EFMigrationsHistory\"");
        foreach (var table in await _store.ReadAsync(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'"))
        {
            await _store.ReadAsync($"PRAGMA foreign_keys = OFF; DROP TABLE \"{table}\"; PRAGMA foreign_keys = ON");
        }

        await _store.ReadAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24');
            """);

        Assert.True((await FoundAsync()).IsNew);
    }

    [Fact]
    public async Task No_synthetic_person_is_made_where_their_area_is_not_allowed()
    {
        var outcome = await Founding().RunAsync(Plan, false, null, CancellationToken.None);

        Assert.False(outcome.Succeeded(out _, out var refusal));
        Assert.Equal("REGISTER_EMPTY", refusal.Code);
        Assert.Equal(["0"], await _store.ReadAsync("SELECT count(*) FROM \"Persons\""));
    }

    [Fact]
    public async Task A_register_that_is_there_needs_no_permission()
    {
        await FoundAsync();

        var outcome = await Founding().RunAsync(Plan, false, null, CancellationToken.None);

        Assert.True(outcome.Succeeded(out var found, out _));
        Assert.False(found.IsNew);
    }

    [Fact]
    public async Task A_person_of_no_unit_breaks_the_count()
    {
        await FoundAsync();
        await using var db = _store.Open();
        Assert.True((await RegisterInvariants.CountAsync(db, CancellationToken.None)).Holds);

        await db.Database.ExecuteSqlRawAsync("UPDATE \"Persons\" SET \"ManagementUnitCode\" = 'NOWHERE' WHERE rowid = 5");

        Assert.False((await RegisterInvariants.CountAsync(db, CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task Progress_ends_with_every_person_and_every_index()
    {
        var reports = new List<RegisterProgress>();

        await Founding().RunAsync(Plan, true, new Reports(reports.Add), CancellationToken.None);

        Assert.Contains(new RegisterProgress(RegisterStage.Persons, Plan.Persons, Plan.Persons), reports);
        Assert.Equal(RegisterStage.Indexes, reports[^1].Stage);
        Assert.Equal(reports[^1].Total, reports[^1].Done);
    }

    [Fact]
    public async Task No_number_and_no_phone_stands_in_the_file_in_clear()
    {
        await FoundAsync();
        await _store.ReadAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = await File.ReadAllBytesAsync(_store.FilePath);

        Assert.Equal(-1, bytes.AsSpan().IndexOf("530199"u8));
        var phone = SyntheticRegister.Make(Plan, _store.Index, _store.Cipher).Entries().First().Person.Phone!;
        Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(phone)));
    }

    public void Dispose() => _store.Dispose();

    private RegisterFounding Founding() =>
        new(_store.Contexts, new RegisterWriter(_store.Contexts), _store.Index, _store.Cipher);

    private async Task<FoundRegister> FoundAsync()
    {
        var outcome = await Founding().RunAsync(Plan, true, null, CancellationToken.None);
        Assert.True(outcome.Succeeded(out var found, out _));
        return found;
    }

    private sealed class Reports(Action<RegisterProgress> hear) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value) => hear(value);
    }

    private sealed class OnFirstReport(Action act) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value)
        {
            if (value is { Stage: RegisterStage.Persons })
            {
                act();
            }
        }
    }
}
