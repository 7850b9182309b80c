namespace Domain.Access;

/// <summary>
/// The one decision: what this caller, for this purpose, at this moment, gets of every data item, and of whom.
/// Computed once a request; every path asks it.
/// </summary>
public sealed class Disclosure
{
    private readonly DisclosureLevel[] _levels;

    public Disclosure(
        string client,
        Purpose? purpose,
        RowScope scope,
        IReadOnlyList<DisclosureLevel> levels,
        DisclosureBasis basis = DisclosureBasis.Granted,
        Guid? grant = null)
    {
        if (levels.Count != CatalogueItem.All.Count)
        {
            throw new ArgumentException("One level is needed for each catalogue item.", nameof(levels));
        }

        Client = client;
        Purpose = purpose;
        Scope = scope;
        Basis = purpose is null && basis is not (DisclosureBasis.UnknownPurpose or DisclosureBasis.UnknownClient)
            ? DisclosureBasis.NoPurpose
            : basis;
        Grant = grant;
        _levels = [.. levels];
        Shape = string.Create(_levels.Length + 1, (levels: _levels, scope.Kind), static (text, state) =>
        {
            for (var i = 0; i < state.levels.Length; i++)
            {
                text[i] = (char)('0' + (int)state.levels[i]);
            }

            text[^1] = (char)('0' + (int)state.Kind);
        });
    }

    public string Client { get; }

    /// <summary>Null where the request named none: then every item is denied and no person is in scope.</summary>
    public Purpose? Purpose { get; }

    public RowScope Scope { get; }

    /// <summary>Why the levels are as they are.</summary>
    public DisclosureBasis Basis { get; }

    /// <summary>The grant that decided; null where there was none.</summary>
    public Guid? Grant { get; }

    /// <summary>How much may be disclosed.</summary>
    public GrantVolume Volume { get; private init; } = GrantVolume.Unlimited;

    /// <summary>From when until when the grant holds; null where there was none.</summary>
    public (DateTimeOffset Since, DateTimeOffset Until)? Term { get; private init; }

    /// <summary>The emergency for which the grant was made; null for an ordinary grant.</summary>
    public BreakGlass? BreakGlass { get; private init; }

    /// <summary>Equal for two disclosures whose SQL and masks are the same: part of every plan's key.</summary>
    public string Shape { get; }

    public DisclosureLevel LevelOf(CatalogueItem item) => _levels[item.Ordinal];

    public bool IsClear(CatalogueItem item) => LevelOf(item) == DisclosureLevel.Clear;

    /// <summary>True where any item is given at any level: the caller sees something of somebody.</summary>
    public bool SeesAnything => Array.Exists(_levels, level => level != DisclosureLevel.Denied);

    /// <summary>What a grant in force discloses; an item that it does not name, or that we do not know, is denied.</summary>
    public static Disclosure Of(Grant grant, Catalogue catalogue)
    {
        var levels = AllDenied();
        foreach (var entry in catalogue.Entries)
        {
            if (grant.Items.Find(item => string.Equals(item.Item, entry.Item.Key, StringComparison.Ordinal)) is { } given)
            {
                levels[entry.Item.Ordinal] = given.Level;
            }
        }

        var scope = new RowScope(grant.ScopeKind, grant.ScopeCode);
        return new Disclosure(
            grant.Client, grant.Purpose, scope, catalogue.Narrowed(levels), DisclosureBasis.Granted, grant.Id)
        {
            Volume = grant.Volume,
            Term = (grant.StartsAt, grant.EndsAt),
            BreakGlass = grant.BreakGlass,
        };
    }

    /// <summary>Every item denied and nobody in scope.</summary>
    public static Disclosure Nothing(string client, Purpose? purpose, DisclosureBasis basis) =>
        new(client, purpose, RowScope.Nothing, AllDenied(), basis);

    private static DisclosureLevel[] AllDenied()
    {
        var levels = new DisclosureLevel[CatalogueItem.All.Count];
        Array.Fill(levels, DisclosureLevel.Denied);
        return levels;
    }
}

/// <summary>What a disclosure rests on.</summary>
public enum DisclosureBasis
{
    /// <summary>The request named no purpose.</summary>
    NoPurpose,

    /// <summary>A grant in force.</summary>
    Granted,

    /// <summary>LIFE_SYNC of a sender: it may send notices and read nothing.</summary>
    SendsOnly,

    /// <summary>A grant was in force and is no longer: the feed runs on for the reversals that are owed (api.md 4).</summary>
    Ended,

    /// <summary>The caller never had a grant for the purpose.</summary>
    NotGranted,

    /// <summary>The request names no purpose that there is, or more than one.</summary>
    UnknownPurpose,

    /// <summary>The token is valid, but its client is not registered here.</summary>
    UnknownClient,
}
