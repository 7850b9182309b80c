using Domain.StatusChanges;
using SharingApi.Graph.Schema;

namespace SharingApi.StatusChanges;

internal sealed class StatusChangeCodeType() : CodeType<StatusChangeType>(
    "StatusChangeType",
    "What changed. 变更类型。",
    (StatusChangeType.DeathReported, "A death was reported and is under verification. 报告死亡，待核实。"),
    (StatusChangeType.DeathConfirmed, "A death was confirmed. 确认死亡。"),
    (StatusChangeType.DeathDeclared, "A court declared the person dead. 宣告死亡。"),
    (StatusChangeType.DeathCorrected, "The date of a death was corrected. 更正死亡日期。"),
    (StatusChangeType.DeathReversed, "The death was taken back: the person lives. 撤销死亡。"),
    (StatusChangeType.Relocated, "The household registration moved. 户口迁移。"),
    (StatusChangeType.TransferOpened, "Another unit is to take the person over. 迁移交接开始。"),
    (StatusChangeType.TransferAccepted, "The receiving unit took the person over. 迁移交接完成。"),
    (StatusChangeType.TransferRejected, "The receiving unit refused. 迁移交接被退回。"),
    (StatusChangeType.TransferOverdue, "The transfer is overdue. 迁移交接逾期。"),
    (StatusChangeType.CertificateFrozen, "The certificate was frozen. 证件冻结。"),
    (StatusChangeType.CertificateUnfrozen, "The certificate is no longer frozen. 证件解冻。"),
    (StatusChangeType.CertificateCancelled, "The certificate was cancelled. 证件注销。"),
    (StatusChangeType.CertificateReinstated, "The cancelled certificate stands again. 证件恢复。"),
    (StatusChangeType.CertificateReplaced, "The certificate was replaced. 证件换发。"),
    (StatusChangeType.CertificateExpiring, "The certificate ends within 90 days. 证件将于 90 日内到期。"),
    (StatusChangeType.IdentityCorrected, "Name or number was corrected. 身份信息更正。"),
    (StatusChangeType.PersonsMerged, "Two persons turned out to be one. 人员合并。"),
    (StatusChangeType.PersonsSplit, "One person turned out to be two. 人员拆分。"),
    (StatusChangeType.GrantChanged, "The receiver's rights changed. 授权变更。"),
    (StatusChangeType.Withheld, "The right to this change was lost. 无权查看。"),
    (StatusChangeType.Heartbeat, "The feed is alive. 心跳。"));
