using Persistence.Notices;
using SharingApi.Graph.Schema;
using SharingApi.Notices.Intake;

namespace SharingApi.Notices;

/// <summary>The write road: notices are taken at the door and applied by the worker.</summary>
internal static class NoticesFeature
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeEnvelope>();
        services.AddSingleton<AcceptNotices>();
        services.AddSingleton<ApplyNotices>();
        services.AddSingleton<NoticeReceipts>();
        services.AddSingleton<NoticeSignal>();
        services.AddSingleton<ReportNotices>();
        services.AddSingleton<WithdrawNotice>();
        services.AddSingleton<InboxBacklog>();
        services.AddSingleton<IntakeNotices>();
        services.AddSingleton<IRootFields, NoticeFields>();
        services.AddHostedService<NoticeWorker>();
        return services;
    }
}
