using Domain.Access;
using Domain.Cases;
using Domain.Delivery;
using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.ServiceNeeds;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Providers;
using Persistence.Register;

namespace Persistence;

/// <summary>The register: the sets, no behaviour. Each feature's folder maps its own.</summary>
public sealed class SharingDbContext(
    DbContextOptions<SharingDbContext> options,
    IDatabaseProvider provider,
    FieldCipher cipher) : DbContext(options)
{
    private static readonly Type[] KeyTypes =
    [
        .. typeof(Person).Assembly.GetExportedTypes().Where(type => type.IsValueType && type.GetInterfaces().Any(
            face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IKey<>))),
    ];

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<FormerIdentity> FormerIdentities => Set<FormerIdentity>();

    public DbSet<Subsidy> Subsidies => Set<Subsidy>();

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<ServiceNeed> ServiceNeeds => Set<ServiceNeed>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<CaseCandidate> CaseCandidates => Set<CaseCandidate>();

    public DbSet<CaseEvidence> CaseEvidence => Set<CaseEvidence>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<Receiver> Receivers => Set<Receiver>();

    public DbSet<FeedEntry> FeedEntries => Set<FeedEntry>();

    public DbSet<ClientSystem> Clients => Set<ClientSystem>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<GrantItem> GrantItems => Set<GrantItem>();

    public DbSet<GrantSignature> GrantSignatures => Set<GrantSignature>();

    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();

    public DbSet<CheckTally> CheckTallies => Set<CheckTally>();

    public DbSet<Setting> Settings => Set<Setting>();

    internal IDatabaseProvider Provider => provider;

    internal FieldCipher Cipher => cipher;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredCodes.Configure(configurationBuilder);
        provider.Configure(configurationBuilder, KeyTypes);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SharingDbContext).Assembly);
        EncryptedColumns.Configure(modelBuilder, cipher);
    }
}
