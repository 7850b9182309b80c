using Domain.Shared;

namespace Domain.Access;

/// <summary>What one client may see for one purpose, as data: a legal object with a basis, two signatures and a life (domain.md 9, 10).</summary>
public sealed class Grant
{
    /// <summary>Signatures that make a draft active: two humans of two offices.</summary>
    public const int SignaturesNeeded = 2;

    public required Guid Id { get; init; }

    public required string Client { get; init; }

    public required Purpose Purpose { get; init; }

    public required RowScopeKind ScopeKind { get; init; }

    public string? ScopeCode { get; init; }

    /// <summary>First day, from midnight in Asia/Shanghai.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day on which it no longer holds, from midnight in Asia/Shanghai, as it was signed; null for open-ended.</summary>
    public DateOnly? To { get; init; }

    /// <summary>
    /// First day of the grant that was signed to take its place, from whose midnight on this one no longer holds; null where none was.
    /// It stands beside the signed term, so that what was signed can be proved for ever.
    /// </summary>
    public DateOnly? SupersededOn { get; private set; }

    /// <summary>Day from whose midnight on it no longer holds, be it by its own term or because another takes its place; null for open-ended.</summary>
    public DateOnly? HoldsUntil => SupersededOn is { } day && !(To <= day) ? day : To;

    public required GrantState State { get; set; }

    public List<GrantItem> Items { get; init; } = [];

    /// <summary>Legal basis; null for the grants that a register is founded with.</summary>
    public string? Basis { get; init; }

    public string? Scenario { get; init; }

    public SharingMethod? Method { get; init; }

    /// <summary>The access request that it answers.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The grant whose place it takes when it becomes active.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>One by one or lists too; null for the grants that a register is founded with, which list.</summary>
    public VolumeAccess? Access { get; init; }

    /// <summary>Most persons disclosed on one day; null for no limit.</summary>
    public int? PersonsPerDay { get; init; }

    /// <summary>The emergency that a break-glass grant is made for; null for any other grant.</summary>
    public string? EmergencyReason { get; init; }

    /// <summary>For how many hours a break-glass grant holds; null for any other grant.</summary>
    public int? EmergencyHours { get; init; }

    /// <summary>The instant of the second signature; null for the grants that a register is founded with.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Why it is in its state; null where nothing but signatures brought it there.</summary>
    public string? StateReason { get; private set; }

    public List<GrantSignature> Signatures { get; init; } = [];

    /// <summary>What became of it since the second signature, oldest first.</summary>
    public List<GrantChange> Changes { get; init; } = [];

    public GrantVolume Volume => new(Access ?? VolumeAccess.Bulk, PersonsPerDay);

    public BreakGlass? BreakGlass => EmergencyHours is { } hours ? new(EmergencyReason!, hours) : null;

    /// <summary>The instant from which it holds: its first midnight, and never before both have signed.</summary>
    public DateTimeOffset StartsAt =>
        SignedAt is { } signed && signed > Shanghai.MidnightOf(From) ? signed : Shanghai.MidnightOf(From);

    /// <summary>The first instant at which it no longer holds.</summary>
    public DateTimeOffset EndsAt
    {
        get
        {
            var midnight = HoldsUntil is { } day ? Shanghai.MidnightOf(day) : DateTimeOffset.MaxValue;
            return EmergencyHours is { } hours && SignedAt is { } signed && signed.AddHours(hours) < midnight
                ? signed.AddHours(hours)
                : midnight;
        }
    }

    /// <summary>The instant from which somebody's order took it out of force; null where nobody's has.</summary>
    public DateTimeOffset? StoppedAt => Changes
        .Where(change => change.State is GrantState.Suspended or GrantState.Revoked or GrantState.Terminated)
        .Select(change => (DateTimeOffset?)change.At).Min();

    /// <summary>The instants at which it comes into force and goes out of it by the clock alone, nobody signing or ordering anything at them.</summary>
    public IEnumerable<DateTimeOffset> Turns
    {
        get
        {
            var stopped = StoppedAt ?? (State == GrantState.Active ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue);
            var (start, end) = (StartsAt, EndsAt);
            if (start > (SignedAt ?? DateTimeOffset.MinValue) && start < stopped && start < end)
            {
                yield return start;
            }

            if (end < stopped)
            {
                yield return end;
            }
        }
    }

    public RowScope Scope => new(ScopeKind, ScopeCode);

    /// <summary>The state as of an instant: an active grant whose time is over has expired, without anybody's doing.</summary>
    public GrantState StateAt(DateTimeOffset now) =>
        State == GrantState.Active && EndsAt <= now ? GrantState.Expired : State;

    /// <summary>True where the client's rights rest on it at that instant.</summary>
    public bool IsInForce(DateTimeOffset now) => StateAt(now) == GrantState.Active && StartsAt <= now;

    /// <summary>Puts one signature under exactly what the digest stands for; the second one makes the grant active.</summary>
    /// <returns>Null; or why this signature does not count.</returns>
    public Refusal? Sign(ClientSystem signer, string digest, DateTimeOffset now)
    {
        if (State != GrantState.Draft)
        {
            return GrantRefusals.NotADraft;
        }

        if (!string.Equals(digest, GrantDigest.Of(this), StringComparison.Ordinal))
        {
            return GrantRefusals.DigestDiffers;
        }

        if (string.Equals(signer.Id, Client, StringComparison.Ordinal))
        {
            return GrantRefusals.OwnGrant;
        }

        if (Signatures.Exists(signature => string.Equals(signature.Signer, signer.Id, StringComparison.Ordinal)))
        {
            return GrantRefusals.SameSigner;
        }

        if (Signatures.Exists(signature => string.Equals(signature.Office, signer.Office, StringComparison.Ordinal)))
        {
            return GrantRefusals.SameOffice;
        }

        Signatures.Add(new GrantSignature { GrantId = Id, Signer = signer.Id, Office = signer.Office, At = now, Digest = digest });
        if (Signatures.Count == SignaturesNeeded)
        {
            State = GrantState.Active;
            SignedAt = now;
            Note(GrantState.Active, signer.Id, null, now);
        }

        return null;
    }

    /// <summary>Ends it for now or for good. One human is enough, for it takes rights away; what was taken comes back by a new grant.</summary>
    /// <param name="state">SUSPENDED, REVOKED or TERMINATED.</param>
    /// <param name="reason">Why, for whoever is told.</param>
    /// <param name="by">Whose order it is.</param>
    /// <param name="now">When it takes effect.</param>
    public Refusal? End(GrantState state, string reason, string by, DateTimeOffset now)
    {
        var mayEnd = (StateAt(now), state) switch
        {
            (GrantState.Active, _) => true,
            (GrantState.Suspended, not GrantState.Suspended) => true,
            _ => false,
        };
        if (!mayEnd)
        {
            return GrantRefusals.NotInForce;
        }

        (State, StateReason) = (state, reason);
        Note(state, by, reason, now);
        return null;
    }

    /// <summary>Another grant was signed to take its place from a day on; of several the earliest day counts.</summary>
    /// <param name="day">First day of the other.</param>
    /// <param name="reason">Why, for whoever is told.</param>
    public void GiveWay(DateOnly day, string reason)
    {
        if (SupersededOn is null || day < SupersededOn)
        {
            (SupersededOn, StateReason) = (day, reason);
        }
    }

    private void Note(GrantState state, string by, string? reason, DateTimeOffset now) => Changes.Add(new GrantChange
    {
        GrantId = Id,
        Number = Changes.Count + 1,
        At = now,
        State = state,
        By = by,
        Reason = reason,
    });
}

/// <summary>The level of one data item in a grant; an item without a row is denied.</summary>
public sealed class GrantItem
{
    public required Guid GrantId { get; init; }

    /// <summary>Key of the catalogue item, such as <c>person.birthDate</c>.</summary>
    public required string Item { get; init; }

    public required DisclosureLevel Level { get; init; }
}

/// <summary>One human's name under one exact text of a grant.</summary>
public sealed class GrantSignature
{
    public required Guid GrantId { get; init; }

    public required string Signer { get; init; }

    /// <summary>The office that the signer held when signing.</summary>
    public required string Office { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was signed: <see cref="GrantDigest"/>.</summary>
    public required string Digest { get; init; }
}

public enum GrantState
{
    Draft,
    Active,
    Suspended,
    Expired,
    Revoked,
    Terminated,
}

/// <summary>How shared data reaches the one who needs it (共享方式).</summary>
public enum SharingMethod
{
    /// <summary>Queries, one by one or by lists.</summary>
    Query,

    /// <summary>Checks: yes or no.</summary>
    Check,

    /// <summary>The ordered feed of status changes.</summary>
    Feed,
}
