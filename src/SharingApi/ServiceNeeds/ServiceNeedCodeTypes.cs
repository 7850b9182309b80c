using Domain.ServiceNeeds;
using SharingApi.Graph.Schema;

namespace SharingApi.ServiceNeeds;

internal sealed class ServiceDomainType() : CodeType<ServiceDomain>(
    "ServiceDomain",
    "What a service is about. 服务领域。",
    (ServiceDomain.EconomyHousing, "Economy and housing. 经济与住房。"),
    (ServiceDomain.Education, "Education. 教育。"),
    (ServiceDomain.Employment, "Employment and poverty relief. 就业扶贫。"),
    (ServiceDomain.SocialSecurity, "Social security. 社会保障。"),
    (ServiceDomain.MedicalRehab, "Basic medical care and rehabilitation. 基本医疗与康复。"),
    (ServiceDomain.Accessibility, "Accessibility. 无障碍。"),
    (ServiceDomain.CultureSports, "Culture and sports. 文化体育。"),
    (ServiceDomain.Care, "Care, for ages 16 to 59. 托养（16 至 59 岁）。"));

internal sealed class ServiceNeedKindType() : CodeType<ServiceNeedKind>(
    "ServiceNeedKind",
    "Whether a service is wanted or received. 需求或已获服务。",
    (ServiceNeedKind.Wanted, "Wanted. 需求。"),
    (ServiceNeedKind.Received, "Received. 已获服务。"));

internal sealed class ServiceNeedStatusType() : CodeType<ServiceNeedStatus>(
    "ServiceNeedStatus",
    "How far a need has come. 需求状态。",
    (ServiceNeedStatus.Wanted, "Wanted. 待安排。"),
    (ServiceNeedStatus.Planned, "Planned. 已安排。"),
    (ServiceNeedStatus.InService, "Being served. 服务中。"),
    (ServiceNeedStatus.Met, "Met. 已满足。"),
    (ServiceNeedStatus.UnmetClosed, "Closed unmet, for a stated reason. 未满足关闭。"),
    (ServiceNeedStatus.Withdrawn, "Withdrawn. 已撤回。"));

internal sealed class ServiceNeedCloseReasonType() : CodeType<ServiceNeedCloseReason>(
    "ServiceNeedCloseReason",
    "Why a need was closed unmet. 需求关闭原因。",
    (ServiceNeedCloseReason.HolderDeceased, "The holder died. 持证人死亡。"),
    (ServiceNeedCloseReason.NotAvailable, "The service is not available. 服务无法提供。"),
    (ServiceNeedCloseReason.NoLongerWanted, "No longer wanted. 不再需要。"));
