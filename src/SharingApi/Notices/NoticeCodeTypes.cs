using Domain.Notices;
using SharingApi.Graph.Schema;

namespace SharingApi.Notices;

internal sealed class NoticeTypeType() : CodeType<NoticeType>(
    "NoticeType",
    "What a notice reports. 通报类型。",
    (NoticeType.HukouCancelled, "Household registration cancelled; the reason decides what it means. 户口注销。"),
    (NoticeType.DeathCertificate, "Medical certificate of death. 死亡医学证明。"),
    (NoticeType.Cremation, "Cremation or burial. 火化（安葬）。"),
    (NoticeType.CourtDeclaredDead, "A court declared the person dead. 法院宣告死亡。"),
    (NoticeType.CourtDeclarationRevoked, "A court revoked the declaration. 法院撤销死亡宣告。"),
    (NoticeType.HukouMoved, "Household registration moved. 户口迁移。"),
    (NoticeType.IdentityCorrected, "Name, number, sex or birth date corrected. 身份信息更正。"),
    (NoticeType.SocialReport, "Reported by family, village or survey: a reason to look. 家属、村社区或入户反映。"));

internal sealed class HukouReasonType() : CodeType<HukouReason>(
    "HukouReason",
    "Why a household registration was cancelled. 户口注销原因。",
    (HukouReason.Death, "Death. 死亡。"),
    (HukouReason.SettledAbroad, "Settled abroad. 出国（境）定居。"),
    (HukouReason.JoinedArmy, "Joined the army. 参军入伍。"),
    (HukouReason.MovedOut, "Moved out. 迁出。"),
    (HukouReason.Duplicate, "Registered twice. 重复户口。"),
    (HukouReason.DeclaredDead, "Declared dead. 宣告死亡。"),
    (HukouReason.DeclaredMissing, "Declared missing. 宣告失踪。"),
    (HukouReason.Other, "Another reason. 其他原因。"));

internal sealed class SocialReportKindType() : CodeType<SocialReportKind>(
    "SocialReportKind",
    "What a social report says has happened. 社会反映内容。",
    (SocialReportKind.Death, "A death. 死亡。"),
    (SocialReportKind.Move, "A move. 搬迁。"));

internal sealed class ReceiptStateType() : CodeType<ReceiptState>(
    "ReceiptState",
    "What became of a message at the door. 回执状态。",
    (ReceiptState.Accepted, "Taken, whoever it is about. 已接收。"),
    (ReceiptState.Duplicate, "Taken before; no second effect. 重复报送，不再生效。"),
    (ReceiptState.Refused, "Not taken; the findings say why. 已拒收，原因见 findings。"));
