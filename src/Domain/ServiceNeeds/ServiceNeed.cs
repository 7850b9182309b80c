using Domain.Persons;
using Domain.Shared;

namespace Domain.ServiceNeeds;

/// <summary>A service that a person wants or receives (domain.md 5, 10).</summary>
public sealed class ServiceNeed
{
    public required ServiceNeedId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The person from whom a merger brought it (ADR 0020); null where nobody was merged.</summary>
    public PersonId? MergedFromId { get; init; }

    /// <summary>Decides who may know of the row at all: a domain that is not clear to the caller does not exist for it.</summary>
    public required ServiceDomain Domain { get; init; }

    public required string ItemCode { get; init; }

    public required ServiceNeedKind Kind { get; init; }

    public required int Year { get; init; }

    public string? Provider { get; init; }

    /// <summary>Stored result of the fold: a death closes open needs, its reversal reopens them.</summary>
    public required ServiceNeedStatus Status { get; set; }

    public ServiceNeedCloseReason? CloseReason { get; set; }

    /// <summary>The status before a death closed the need, to which a reversal returns it.</summary>
    public ServiceNeedStatus? StatusBeforeClosing { get; set; }

    public Person? Person { get; init; }
}

public readonly record struct ServiceNeedId(Guid Value) : IKey<ServiceNeedId>
{
    public static ServiceNeedId Of(Guid value) => new(value);
}

/// <summary>Service domain (domain.md 5).</summary>
public enum ServiceDomain
{
    EconomyHousing,
    Education,
    Employment,
    SocialSecurity,
    MedicalRehab,
    Accessibility,
    CultureSports,
    Care,
}

public enum ServiceNeedKind
{
    Wanted,
    Received,
}

/// <summary>Need status (domain.md 5). Open: wanted, planned, in service.</summary>
public enum ServiceNeedStatus
{
    Wanted,
    Planned,
    InService,
    Met,
    UnmetClosed,
    Withdrawn,
}

public enum ServiceNeedCloseReason
{
    HolderDeceased,
    NotAvailable,
    NoLongerWanted,
}
