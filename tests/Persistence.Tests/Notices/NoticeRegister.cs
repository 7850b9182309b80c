using Domain.Access;
using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Persistence.Cases;
using Persistence.Delivery;
using Persistence.Encryption;
using Persistence.Notices;
using Persistence.Providers;
using Persistence.Register;
using Persistence.StatusChanges;
using Persistence.Writing;

namespace Persistence.Tests.Notices;

/// <summary>A small synthetic register in a file of its own, with the receivers that the tests need.</summary>
public sealed class NoticeRegister : IAsyncLifetime, IDisposable
{
    public const string PublicSecurity = "public-security";

    private readonly string _directory = Directory.CreateTempSubdirectory("notices-").FullName;
    private readonly Keys _keys = Keys.Fresh();
    private readonly FieldCipher _cipher;
    private readonly BlindIndex _index;
    private readonly WriteChannel _channel;

    public NoticeRegister()
    {
        _cipher = new FieldCipher(_keys.Fields);
        _index = new BlindIndex(_keys.Index);
        Contexts = new SharingDbContexts(new Sqlite(), $"Data Source={Path}", _cipher);
        _channel = new WriteChannel(Contexts);
    }

    public string Path => System.IO.Path.Combine(_directory, "sharing.db");

    public IDbContextFactory<SharingDbContext> Contexts { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero));

    public AcceptNotices Accept => new(_channel, Envelope, _index, Clock);

    /// <summary>A worker that has just been started.</summary>
    public ApplyNotices Apply => new(_channel, Envelope, _index, _cipher, Clock, NullLogger<ApplyNotices>.Instance);

    public DailyClocks Clocks => new(_channel, Envelope, _index, _cipher, Clock, NullLogger<DailyClocks>.Instance);

    public CaseDecisions Decisions => new(_channel, Envelope, _index, _cipher, Clock, new(Contexts));

    public Feed Feed => new(Contexts, _channel, Clock);

    public RegisterVerification Verification => new(Contexts, Envelope, _cipher);

    private NoticeEnvelope Envelope => new(_cipher);

    public Task InitializeAsync() => FoundAsync(400);

    /// <summary>Makes a register of so many persons.</summary>
    public async Task FoundAsync(int persons)
    {
        var founding = new RegisterFounding(Contexts, new RegisterWriter(Contexts), _index, _cipher);
        await founding.RunAsync(new RegisterPlan(persons, 7, new DateOnly(2026, 7, 1)), true, null, default);
        await using var db = Contexts.CreateDbContext();
        db.Clients.Add(Client(PublicSecurity, Department.PublicSecurity, RowScopeKind.City, null));
        db.Clients.Add(Client("health", Department.Health, RowScopeKind.City, null));
        AddReceiver(db, "federation", Department.Federation, Purpose.Cert, RowScopeKind.City, null);
        AddReceiver(db, "civil-affairs", Department.CivilAffairs, Purpose.Subsidy, RowScopeKind.City, null);
        AddReceiver(db, "county-wuhua", Department.CivilAffairs, Purpose.Subsidy, RowScopeKind.HukouDivision, "530102");
        AddReceiver(db, "federation-luquan", Department.Federation, Purpose.Cert, RowScopeKind.ManagementUnit, "530128");
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    public void Dispose() => _channel.Dispose();

    public async Task<IReadOnlyList<Acceptance>> SendAsync(params Notice[] notices) =>
        await Accept.RunAsync(PublicSecurity, notices, default);

    public async Task SendAndApplyAsync(params Notice[] notices)
    {
        await SendAsync(notices);
        await Apply.RunAsync(default);
    }

    /// <summary>The same, from another department.</summary>
    public async Task SendAndApplyAsAsync(string client, params Notice[] notices)
    {
        await Accept.RunAsync(client, notices, default);
        await Apply.RunAsync(default);
    }

    /// <summary>A sender says that an earlier message of its own was wrong.</summary>
    public async Task<Acceptance> WithdrawAndApplyAsync(string messageId, string client = PublicSecurity)
    {
        var acceptance = await Accept.WithdrawAsync(client, new(ANotice.NextId(), messageId, "sent by mistake"), default);
        await Apply.RunAsync(default);
        return acceptance;
    }

    /// <summary>Lets days pass, each with its clocks.</summary>
    public async Task PassAsync(int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await Clocks.RunAsync(default);
    }

    /// <summary>The one open case of a person with this reason.</summary>
    public Task<Case> OpenCaseAsync(Person person, string reason) => ReadAsync(db => db.Cases.AsNoTracking()
        .SingleAsync(matter => matter.PersonId == person.Id && matter.State == CaseState.Open && matter.Reasons == reason));

    /// <summary>Types of what a receiver was told of a person, oldest first.</summary>
    public async Task<IEnumerable<StatusChangeType>> ToldAsync(string client, Person person) =>
        (await FeedAsync(client)).Where(change => change.PersonId == person.Id).Select(change => change.Type);

    /// <summary>What does not hold in the register.</summary>
    public async Task<IReadOnlyList<VerificationFinding>> VerifyAsync()
    {
        var findings = new List<VerificationFinding>();
        await foreach (var finding in Verification.RunAsync(default))
        {
            findings.Add(finding);
        }

        return findings;
    }

    /// <summary>A living holder with an active certificate whom no earlier notice has touched.</summary>
    public async Task<Person> HolderAsync(string division = "530102", string? unit = null)
    {
        await using var db = Contexts.CreateDbContext();
        var persons = await db.Persons.AsNoTracking()
            .Where(person => person.LifeStatus == LifeStatus.Alive && person.CertificateStatus == CertificateStatus.Active &&
                person.HukouDivisionCode == division && person.Version == 1 &&
                person.ManagementUnitCode == (unit ?? division) &&
                !db.CaseCandidates.Any(candidate => candidate.PersonId == person.Id) &&
                db.Evidence.Count(evidence => evidence.PersonId == person.Id) == 1 &&
                db.Persons.Count(other => other.IdNumberIndex == person.IdNumberIndex) == 1)
            .ToListAsync();
        return persons.First(person => person.BirthDate.Earliest.Year is > 1930 and < 2005);
    }

    public async Task<T> ReadAsync<T>(Func<SharingDbContext, Task<T>> query)
    {
        await using var db = Contexts.CreateDbContext();
        return await query(db);
    }

    public Task<Person> NowAsync(Person person) => ReadAsync(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));

    /// <summary>Every byte that the register has on the disk.</summary>
    public async Task<byte[]> BytesAsync()
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.EnumerateFiles(_directory))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all);
        }

        return all.ToArray();
    }

    /// <summary>What the inbox holds, keys in hand; null for a dummy.</summary>
    public async Task<IReadOnlyList<InboxContent?>> OpenInboxAsync() =>
        [.. (await ReadAsync(db => db.Inbox.ToListAsync())).Select(entry => Envelope.Open(entry.Payload))];

    /// <summary>Reads the feed of a receiver as types, oldest first.</summary>
    public Task<List<StatusChange>> FeedAsync(string client) => ReadAsync(db => (
        from entry in db.FeedEntries
        join receiver in db.Receivers on entry.ReceiverId equals receiver.Id
        where receiver.Client == client
        orderby entry.Sequence
        select entry.StatusChange!).AsNoTracking().ToListAsync());

    private static void AddReceiver(
        SharingDbContext db,
        string client,
        Department department,
        Purpose purpose,
        RowScopeKind scope,
        string? code)
    {
        db.Clients.Add(Client(client, department, scope, code));
        var id = Guid.CreateVersion7(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        db.Grants.Add(new()
        {
            Id = id,
            Client = client,
            Purpose = purpose,
            ScopeKind = scope,
            ScopeCode = code,
            From = new DateOnly(2026, 1, 1),
            State = GrantState.Active,
            Items =
            [
                .. CatalogueItem.All.Select(item => new GrantItem { GrantId = id, Item = item.Key, Level = DisclosureLevel.Clear }),
            ],
        });
    }

    private static ClientSystem Client(string id, Department department, RowScopeKind scope, string? code) => new()
    {
        Id = id,
        Department = department,
        Office = id,
        Kind = ClientKind.Application,
        ScopeKind = scope,
        ScopeCode = code,
    };
}
