using Domain.ServiceNeeds;

namespace Domain.StatusChanges;

/// <summary>Open service needs close when their holder dies, and remember where they stood (domain.md 5).</summary>
public static class NeedsOfTheDead
{
    public static bool IsOpen(ServiceNeedStatus status) =>
        status is ServiceNeedStatus.Wanted or ServiceNeedStatus.Planned or ServiceNeedStatus.InService;

    /// <summary>Closes what is open; a need that ended before the death stays as it is.</summary>
    public static void Close(IEnumerable<ServiceNeed> needs)
    {
        foreach (var need in needs.Where(need => IsOpen(need.Status)))
        {
            need.StatusBeforeClosing = need.Status;
            need.Status = ServiceNeedStatus.UnmetClosed;
            need.CloseReason = ServiceNeedCloseReason.HolderDeceased;
        }
    }
}
