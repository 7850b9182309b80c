using System.Collections.Frozen;
using Domain.Access;

namespace SharingApi.Access;

/// <summary>A registered client with its disclosures made ready, so that a request only picks one.</summary>
internal sealed class ClientRights
{
    private readonly FrozenDictionary<Purpose, GrantedDisclosure[]> _granted;
    private readonly Disclosure[] _ended;
    private readonly Disclosure[] _notGranted;
    private readonly Disclosure _withoutPurpose;
    private readonly Disclosure? _sendsOnly;

    public ClientRights(ClientSystem client, IEnumerable<Grant> grants, Catalogue catalogue)
    {
        Client = client;
        _granted = grants
            .Where(grant => grant.State != GrantState.Draft)
            .GroupBy(grant => grant.Purpose)
            .ToFrozenDictionary(
                ofPurpose => ofPurpose.Key,
                ofPurpose => ofPurpose
                    .OrderByDescending(grant => grant.StartsAt)
                    .ThenByDescending(grant => grant.Id)
                    .Select(grant => new GrantedDisclosure(grant, Disclosure.Of(grant, catalogue)))
                    .ToArray());
        _ended = NothingFor(client, DisclosureBasis.Ended);
        _notGranted = NothingFor(client, DisclosureBasis.NotGranted);
        _withoutPurpose = Disclosure.Nothing(client.Id, null, DisclosureBasis.NoPurpose);
        _sendsOnly = client.MaySend ? Disclosure.Nothing(client.Id, Purpose.LifeSync, DisclosureBasis.SendsOnly) : null;
    }

    public ClientSystem Client { get; }

    /// <summary>What the purpose discloses now. Never null: where nothing is granted, <see cref="Disclosure.Basis"/> says so.</summary>
    /// <remarks>
    /// Where several grants of one purpose have started, the one that started last decides, whatever its state: a
    /// suspended or ended grant must not bring back a wider one that it took the place of.
    /// </remarks>
    public Disclosure At(Purpose? purpose, DateTimeOffset now)
    {
        if (purpose is not { } named)
        {
            return _withoutPurpose;
        }

        var started = false;
        if (_granted.TryGetValue(named, out var grants))
        {
            foreach (var grant in grants)
            {
                if (grant.StartsAt <= now)
                {
                    if (grant.IsActive && now < grant.EndsAt)
                    {
                        return grant.Disclosure;
                    }

                    started = true;
                    break;
                }
            }
        }

        return (named, started) switch
        {
            (Purpose.LifeSync, _) when _sendsOnly is not null => _sendsOnly,
            (_, true) => _ended[(int)named],
            (_, false) => _notGranted[(int)named],
        };
    }

    private static Disclosure[] NothingFor(ClientSystem client, DisclosureBasis basis) =>
        [.. Enum.GetValues<Purpose>().Select(purpose => Disclosure.Nothing(client.Id, purpose, basis))];

    private sealed class GrantedDisclosure(Grant grant, Disclosure disclosure)
    {
        public DateTimeOffset StartsAt { get; } = grant.StartsAt;

        public DateTimeOffset EndsAt { get; } = grant.EndsAt;

        public bool IsActive { get; } = grant.State == GrantState.Active;

        public Disclosure Disclosure => disclosure;
    }
}
