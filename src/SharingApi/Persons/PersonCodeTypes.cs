using Domain.Persons;
using SharingApi.Graph.Schema;

namespace SharingApi.Persons;

internal sealed class SexType() : CodeType<Sex>(
    "Sex",
    "Sex as in the household register. 户籍登记性别。",
    (Sex.Male, "Male. 男。"),
    (Sex.Female, "Female. 女。"));

internal sealed class LifeStatusType() : CodeType<LifeStatus>(
    "LifeStatus",
    "Whether the person lives, as far as the standing evidence says. 依现有证据判定的生存状态。",
    (LifeStatus.Alive, "Lives. 健在。"),
    (LifeStatus.DeathReported, "A death is reported and under verification. 已报死亡，核实中。"),
    (LifeStatus.Deceased, "Dead. 已死亡。"),
    (LifeStatus.DeclaredDead, "Declared dead by a court. 宣告死亡。"));

internal sealed class HukouStatusType() : CodeType<HukouStatus>(
    "HukouStatus",
    "State of the household registration. 户籍状态。",
    (HukouStatus.Registered, "Registered. 在籍。"),
    (HukouStatus.CancelledDeath, "Cancelled because of death. 因死亡注销。"),
    (HukouStatus.CancelledOther, "Cancelled for another reason. 因其他原因注销。"),
    (HukouStatus.MovedInCity, "Moved within Kunming, not accepted yet. 市内迁移，待接收。"),
    (HukouStatus.MovedOutCity, "Moved out of Kunming. 已迁出昆明。"),
    (HukouStatus.Unknown, "Not known. 不明。"));

internal sealed class DisabilityCategoryType() : CodeType<DisabilityCategory>(
    "DisabilityCategory",
    "Disability category, GB/T 26341. 残疾类别（GB/T 26341）。",
    (DisabilityCategory.Visual, "Visual. 视力。"),
    (DisabilityCategory.Hearing, "Hearing. 听力。"),
    (DisabilityCategory.Speech, "Speech. 言语。"),
    (DisabilityCategory.Physical, "Physical. 肢体。"),
    (DisabilityCategory.Intellectual, "Intellectual. 智力。"),
    (DisabilityCategory.Mental, "Mental. 精神。"),
    (DisabilityCategory.Multiple, "Multiple. 多重。"));

internal sealed class CertificateStatusType() : CodeType<CertificateStatus>(
    "CertificateStatus",
    "Certificate status. 证件状态。",
    (CertificateStatus.Active, "Valid. 正常。"),
    (CertificateStatus.Expired, "Its ten years have passed. 到期。"),
    (CertificateStatus.Lost, "Reported lost, replacement pending. 挂失。"),
    (CertificateStatus.Frozen, "Frozen for a stated reason. 冻结。"),
    (CertificateStatus.Transferring, "The file is on its way to another place. 迁移中。"),
    (CertificateStatus.TransferredOut, "Now with another city. 已迁出。"),
    (CertificateStatus.Cancelled, "Cancelled for a stated reason. 注销。"));

internal sealed class CertificateStatusReasonType() : CodeType<CertificateStatusReason>(
    "CertificateStatusReason",
    "Why a certificate is frozen or cancelled. 冻结或注销原因。",
    (CertificateStatusReason.DeathUnderVerification, "A reported death is being verified. 死亡核实中。"),
    (CertificateStatusReason.TransferOverdue6M, "No transfer six months after the move. 迁移逾期六个月。"),
    (CertificateStatusReason.IdentityDispute, "The identity is disputed. 身份存疑。"),
    (CertificateStatusReason.SuspectedFraud, "Fraud is suspected. 涉嫌骗领。"),
    (CertificateStatusReason.Death, "Death. 死亡。"),
    (CertificateStatusReason.NoLongerEligible, "No longer meets the standard. 不再符合标准。"),
    (CertificateStatusReason.Voluntary, "At the holder's wish. 本人自愿。"),
    (CertificateStatusReason.Fraud, "Obtained by fraud. 骗领。"),
    (CertificateStatusReason.TransferOverdue1Y, "No transfer one year after the move. 迁移逾期一年。"),
    (CertificateStatusReason.DeclaredDead, "Declared dead by a court. 宣告死亡。"),
    (CertificateStatusReason.DeclaredMissing, "Declared missing by a court. 宣告失踪。"),
    (CertificateStatusReason.Duplicate, "Issued twice. 重复发证。"),
    (CertificateStatusReason.HukouGoneNotDeath, "The registration ended for another reason than death. 户籍注销（非死亡）。"));

internal sealed class SubsidyKindType() : CodeType<SubsidyKind>(
    "SubsidyKind",
    "The two subsidies. 两项补贴。",
    (SubsidyKind.Living, "Living subsidy for the poor. 困难残疾人生活补贴。"),
    (SubsidyKind.Nursing, "Nursing subsidy, levels 1 and 2. 重度残疾人护理补贴。"));
