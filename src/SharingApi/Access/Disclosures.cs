using System.Collections.Frozen;
using Domain.Access;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence;
using Persistence.Access;

namespace SharingApi.Access;

/// <summary>Every disclosure that the grants allow, made ready in memory. A request allocates nothing here.</summary>
/// <remarks>
/// The snapshot is replaced as a whole by <see cref="ReloadAsync"/>, at the start and whenever grants change; a request
/// keeps the disclosure it was opened with.
/// </remarks>
internal sealed class Disclosures(IDbContextFactory<SharingDbContext> contexts) : IDisposable
{
    /// <summary>Why a caller with a valid token is not let in.</summary>
    public static readonly Refusal UnknownClient =
        new("AUTH_CLIENT_UNKNOWN", "The token is valid, but its client is not registered here. Ask the federation to register it.");

    private static readonly Refusal NotGranted =
        new("AUTH_PURPOSE_NOT_GRANTED", "This client has no grant in force for the purpose. The field viewer lists its purposes.");

    private readonly SemaphoreSlim _reloading = new(1, 1);
    private long _version;
    private volatile FrozenDictionary<string, ClientRights> _clients = FrozenDictionary<string, ClientRights>.Empty;

    /// <summary>Counts the changes of rights that have been read.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Reads clients and grants anew.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        // One after the other: of two that overlap, the one that read first could finish last.
        await _reloading.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var version = await RightsVersion.ReadAsync(db, cancellationToken);
            var clients = await db.Clients.AsNoTracking().ToListAsync(cancellationToken);
            var grants = await db.Grants.AsNoTracking().AsSplitQuery()
                .Include(grant => grant.Items).Include(grant => grant.Changes).ToListAsync(cancellationToken);
            Load(clients, grants);
            Interlocked.Exchange(ref _version, version);
        }
        finally
        {
            _reloading.Release();
        }
    }

    /// <summary>Reads them anew where another node has changed them.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await RightsVersion.ReadAsync(db, cancellationToken) != Version)
        {
            await ReloadAsync(cancellationToken);
        }
    }

    /// <summary>Takes these clients and grants as all there are.</summary>
    public void Load(IEnumerable<ClientSystem> clients, IEnumerable<Grant> grants)
    {
        var ofClient = grants.ToLookup(grant => grant.Client, StringComparer.Ordinal);
        _clients = clients.ToFrozenDictionary(
            client => client.Id,
            client => new ClientRights(client, ofClient[client.Id], FoundingMatrix.Matrix.Catalogue),
            StringComparer.Ordinal);
    }

    /// <summary>The registered client of a name, or null.</summary>
    public ClientSystem? ClientOf(string name) => _clients.GetValueOrDefault(name)?.Client;

    /// <summary>
    /// What the caller gets for the purpose now; or <c>AUTH_CLIENT_UNKNOWN</c>, <c>AUTH_PURPOSE_NOT_GRANTED</c>.
    /// LIFE_SYNC is open to every sender, and discloses nothing.
    /// </summary>
    public Outcome<Disclosure> For(Caller caller, Purpose? purpose, DateTimeOffset now)
    {
        if (!AtAll(caller, purpose, now).Succeeded(out var disclosure, out var refusal))
        {
            return refusal;
        }

        return disclosure.Basis is DisclosureBasis.NotGranted or DisclosureBasis.Ended ? NotGranted : disclosure;
    }

    /// <summary>
    /// As <see cref="For"/>, but a purpose without a grant in force is an answer too, one that discloses nothing:
    /// <see cref="RootFieldRights"/> then refuses field by field, so that the read log can say what was asked for.
    /// </summary>
    public Outcome<Disclosure> AtAll(Caller caller, Purpose? purpose, DateTimeOffset now) =>
        RightsOf(caller) is { } rights ? rights.At(purpose, now) : UnknownClient;

    /// <summary>What a receiver of status changes gets at this moment; null for a client that is not registered.</summary>
    public Disclosure? ForReceiver(string client, Purpose purpose, DateTimeOffset now) =>
        _clients.GetValueOrDefault(client)?.At(purpose, now);

    /// <summary>What a client got at an instant of the past or will get, as the record of grants tells; null for one that is not registered.</summary>
    public Disclosure? AsOf(string client, Purpose purpose, DateTimeOffset instant) =>
        _clients.GetValueOrDefault(client)?.AsOf(purpose, instant);

    public void Dispose() => _reloading.Dispose();

    // A user whose name equals a system's must not become that system.
    private ClientRights? RightsOf(Caller caller) =>
        _clients.TryGetValue(caller.Client, out var rights) && rights.Client.Kind == caller.Kind ? rights : null;
}
