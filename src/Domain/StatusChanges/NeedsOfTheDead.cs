using Domain.ServiceNeeds;

namespace Domain.StatusChanges;

/// <summary>Open service needs close when their holder dies, and remember where they stood (domain.md 5).</summary>
public static class NeedsOfTheDead
{
    /// <summary>What a need becomes.</summary>
    public const ServiceNeedStatus Closed = ServiceNeedStatus.UnmetClosed;

    /// <summary>Why.</summary>
    public const ServiceNeedCloseReason Reason = ServiceNeedCloseReason.HolderDeceased;

    /// <summary>Statuses that a death closes; a need that ended before stays as it is.</summary>
    public static readonly IReadOnlyList<ServiceNeedStatus> Open =
        [ServiceNeedStatus.Wanted, ServiceNeedStatus.Planned, ServiceNeedStatus.InService];
}
