using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Domain.StatusChanges;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Providers;
using Persistence.Reading;

namespace Persistence.Tests.Reading;

/// <summary>Three hundred invented people in a file, and what reads them.</summary>
public sealed class People : IDbContextFactory<SharingDbContext>, IAsyncDisposable
{
    public const int Count = 300;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"people-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
    private readonly Sqlite _provider = new();
    private readonly FieldCipher _cipher = new(Keys.Fresh().Fields);

    public People()
    {
        using (var db = CreateDbContext())
        {
            db.Database.EnsureCreated();
            Fill(db);
        }

        var database = new SqliteReads($"Data Source={_file}");
        using (var db = CreateDbContext())
        {
            Needs = [.. db.ServiceNeeds.AsNoTracking()];
        }

        Connections = new ReadConnections(database, 2);
        Sql = new SqlWriter(new RegisterModel(this), database.Dialect);
    }

    internal IReadOnlyList<ServiceNeed> Needs { get; }

    internal ReadConnections Connections { get; }

    internal SqlWriter Sql { get; }

    public static PersonId Number(int i) => PersonId.Of(new Guid(i, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));

    public SharingDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SharingDbContext>();
        _provider.Use(options, $"Data Source={_file}");
        return new SharingDbContext(options.Options, _provider, _cipher);
    }

    public async ValueTask DisposeAsync()
    {
        await Connections.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
        {
            File.Delete(path);
        }
    }

    private static void Fill(SharingDbContext db)
    {
        foreach (var (code, name) in new[] { ("530102001001", "翠湖"), ("530128002001", "屏山") })
        {
            db.Add(new Community { Code = code, Name = name, TownName = name, DivisionCode = code[..6], ManagementUnitCode = code[..6] });
        }

        var random = new Random(7);
        for (var i = 0; i < Count; i++)
        {
            db.Add(Person(i, random));
            for (var n = 0; n < i % 4; n++)
            {
                db.Add(new ServiceNeed
                {
                    Id = ServiceNeedId.Of(new Guid(i, (short)(2 + n), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0)),
                    PersonId = Number(i),
                    Domain = (ServiceDomain)random.Next(8),
                    ItemCode = "R1",
                    Kind = ServiceNeedKind.Wanted,
                    Year = 2020 + random.Next(6),
                    Status = ServiceNeedStatus.Wanted,
                });
            }
        }

        db.SaveChanges();
    }

    private static Person Person(int i, Random random) => new()
    {
        Id = Number(i),
        State = new PersonState
        {
            LifeStatus = random.Next(4) == 0 ? LifeStatus.Deceased : LifeStatus.Alive,
            HukouDivisionCode = "530102",
            HukouStatus = HukouStatus.Registered,
            HukouSince = random.Next(3) == 0 ? null : new DateOnly(2019, 3, random.Next(1, 29)),
            ManagementUnitCode = "530102",
            CommunityCode = random.Next(2) == 0 ? "530102001001" : "530128002001",
            CertificateStatus = (CertificateStatus)random.Next(7),
        },
        IdNumber = IdNumber.FromStore("530199197602290010"),
        IdNumberIndex = [1],
        Name = new[] { "a%_\\", "A", "彝族人", "_" }[random.Next(4)],
        FoldedName = "x",
        Sex = Sex.Male,
        BirthDate = PartialDate.FromStore("1976"),
        Ethnicity = new[] { null, "彝族", "白族", "a%_\\", "A%_\\" }[random.Next(5)],
        WeakIndex = [1],
        CertificateCategory = DisabilityCategory.Physical,
        CertificateLevel = random.Next(1, 5),
        CertificateIssuedOn = new DateOnly(2020, 1, 1),
        CertificateValidUntil = new DateOnly(2030, 1, 1),
        IsOnSubsistenceAllowance = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        FoldedTo = new DateOnly(2026, 1, 1),
    };
}
