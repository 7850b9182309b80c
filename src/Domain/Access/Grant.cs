using Domain.Shared;

namespace Domain.Access;

/// <summary>What one client may see for one purpose, as data (domain.md 10).</summary>
public sealed class Grant
{
    public required Guid Id { get; init; }

    public required string Client { get; init; }

    public required Purpose Purpose { get; init; }

    public required RowScopeKind ScopeKind { get; init; }

    public string? ScopeCode { get; init; }

    /// <summary>First day, from midnight in Asia/Shanghai.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day on which it no longer holds, from midnight in Asia/Shanghai; null for open-ended.</summary>
    public DateOnly? To { get; set; }

    public required GrantState State { get; set; }

    public List<GrantItem> Items { get; init; } = [];

    /// <summary>The instant from which it holds.</summary>
    public DateTimeOffset StartsAt => Shanghai.MidnightOf(From);

    /// <summary>The first instant at which it no longer holds.</summary>
    public DateTimeOffset EndsAt => To is { } day ? Shanghai.MidnightOf(day) : DateTimeOffset.MaxValue;
}

/// <summary>The level of one data item in a grant; an item without a row is denied.</summary>
public sealed class GrantItem
{
    public required Guid GrantId { get; init; }

    /// <summary>Key of the catalogue item, such as <c>person.birthDate</c>.</summary>
    public required string Item { get; init; }

    public required DisclosureLevel Level { get; init; }
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
