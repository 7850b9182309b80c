using Persistence.Access;
using Persistence.Delivery;
using Persistence.StatusChanges;
using SharingApi.Graph.Schema;

namespace SharingApi.StatusChanges;

/// <summary>What receivers are told, and the check that all of it follows from the evidence.</summary>
internal static class StatusChangesFeature
{
    public static IServiceCollection AddStatusChanges(this IServiceCollection services)
    {
        services.AddSingleton<Feed>();
        services.AddSingleton<FeedCursors>();
        services.AddSingleton<FeedHeads>();
        services.AddHostedService(static provider => provider.GetRequiredService<FeedHeads>());
        services.AddSingleton<FeedEvents>();
        services.AddSingleton<RegisterVerification>();
        services.AddSingleton<HistoryEntryType>();
        services.AddSingleton<DailyClocks>();
        services.AddSingleton<AccessRequestClocks>();
        services.AddSingleton<ReceiverClock>();
        services.AddHostedService<ClockWorker>();
        services.AddSingleton<IRootFields, StatusChangeFields>();
        return services;
    }
}
