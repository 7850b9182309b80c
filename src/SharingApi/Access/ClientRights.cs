using System.Collections.Frozen;
using Domain.Access;

namespace SharingApi.Access;

/// <summary>A registered client with its disclosures made ready, so that a request only picks one.</summary>
internal sealed class ClientRights
{
    private readonly FrozenDictionary<Purpose, GrantedDisclosure[]> _granted;
    private readonly GrantedDisclosure[] _breakGlass;
    private readonly Disclosure[] _ended;
    private readonly Disclosure[] _notGranted;
    private readonly Disclosure _withoutPurpose;
    private readonly Disclosure? _sendsOnly;

    public ClientRights(ClientSystem client, IEnumerable<Grant> grants, Catalogue catalogue)
    {
        Client = client;
        var signed = grants.Where(grant => grant.State != GrantState.Draft).ToList();
        _breakGlass = [.. signed.Where(grant => grant.BreakGlass is not null).Select(grant => new GrantedDisclosure(grant, Disclosure.Of(grant, catalogue)))];
        _granted = signed
            .Where(grant => grant.BreakGlass is null)
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
    /// suspended or ended grant must not bring back a wider one that it took the place of. Only a break-glass grant stands over the
    /// ordinary one for its hours, and then gives way to it again.
    /// </remarks>
    public Disclosure At(Purpose? purpose, DateTimeOffset now) => At(purpose, now, asRecorded: false);

    /// <summary>What the purpose disclosed at an instant of the past, as the record of grants tells.</summary>
    public Disclosure AsOf(Purpose purpose, DateTimeOffset instant) => At(purpose, instant, asRecorded: true);

    private Disclosure At(Purpose? purpose, DateTimeOffset now, bool asRecorded)
    {
        if (purpose is not { } named)
        {
            return _withoutPurpose;
        }

        var started = false;
        foreach (var emergency in _breakGlass)
        {
            if (emergency.Disclosure.Purpose == named && emergency.StartsAt <= now)
            {
                if (emergency.IsInForce(now, asRecorded))
                {
                    return emergency.Disclosure;
                }

                started = true;
            }
        }

        if (_granted.TryGetValue(named, out var grants))
        {
            foreach (var grant in grants)
            {
                if (grant.StartsAt <= now)
                {
                    if (grant.IsInForce(now, asRecorded))
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

        public Disclosure Disclosure => disclosure;

        private bool IsActive { get; } = grant.State == GrantState.Active;

        // What was stopped without a record of when gives nothing at any time.
        private DateTimeOffset StoppedAt { get; } =
            grant.StoppedAt ?? (grant.State == GrantState.Active ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue);

        /// <summary>Whether it gives anything. A request goes by the state alone: clocks of two nodes differ, and what is stopped is stopped.</summary>
        public bool IsInForce(DateTimeOffset instant, bool asRecorded) =>
            (asRecorded ? instant < StoppedAt : IsActive) && instant < EndsAt;
    }
}
