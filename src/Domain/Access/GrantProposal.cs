namespace Domain.Access;

/// <summary>What somebody proposes to grant, or asks to be granted; nothing of it is believed yet.</summary>
public sealed record GrantProposal
{
    public string Client { get; init; } = "";

    public Purpose Purpose { get; init; }

    public RowScope Scope { get; init; } = RowScope.Nothing;

    public IReadOnlyList<ProposedItem> Items { get; init; } = [];

    public DateOnly From { get; init; }

    /// <summary>The day on which it no longer holds.</summary>
    public DateOnly To { get; init; }

    public string Basis { get; init; } = "";

    public string Scenario { get; init; } = "";

    public SharingMethod Method { get; init; }

    public GrantVolume Volume { get; init; } = GrantVolume.Unlimited;

    /// <summary>Null for an ordinary grant.</summary>
    public BreakGlass? BreakGlass { get; init; }

    public Guid? Request { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>What a grant was proposed as.</summary>
    public static GrantProposal Of(Grant grant) => new()
    {
        Client = grant.Client,
        Purpose = grant.Purpose,
        Scope = grant.Scope,
        Items = [.. grant.Items.Select(item => new ProposedItem(item.Item, item.Level))],
        From = grant.From,
        To = grant.To ?? DateOnly.MaxValue,
        Basis = grant.Basis ?? "",
        Scenario = grant.Scenario ?? "",
        Method = grant.Method ?? SharingMethod.Query,
        Volume = grant.Volume,
        BreakGlass = grant.BreakGlass,
        Request = grant.RequestId,
        Replaces = grant.ReplacesId,
    };

    /// <summary>The grant as a draft that nobody has signed.</summary>
    public Grant Draft(Guid id) => new()
    {
        Id = id,
        Client = Client,
        Purpose = Purpose,
        ScopeKind = Scope.Kind,
        ScopeCode = Scope.Code,
        From = From,
        To = To,
        State = GrantState.Draft,
        Basis = Basis,
        Scenario = Scenario,
        Method = Method,
        Access = Volume.Access,
        PersonsPerDay = Volume.PersonsPerDay,
        EmergencyReason = BreakGlass?.Reason,
        EmergencyHours = BreakGlass?.Hours,
        RequestId = Request,
        ReplacesId = Replaces,
        Items =
        [
            .. Items.Where(item => item.Level != DisclosureLevel.Denied)
                .Select(item => new GrantItem { GrantId = id, Item = item.Item, Level = item.Level }),
        ],
    };
}

/// <summary>An item by its key, known or not, and the level that is proposed for it.</summary>
public sealed record ProposedItem(string Item, DisclosureLevel Level);
