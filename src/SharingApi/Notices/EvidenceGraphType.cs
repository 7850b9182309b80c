using Domain.Matching;
using Domain.Notices;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Notices;

internal sealed class EvidenceKindType() : CodeType<EvidenceType>(
    "EvidenceType",
    "What kind of fact a piece of evidence states. 证据类型。",
    (EvidenceType.Founding, "The state in which the person entered the register. 建档。"),
    (EvidenceType.HukouCancelled, "The registration was cancelled. 户口注销。"),
    (EvidenceType.DeathCertificate, "Medical certificate of death. 死亡医学证明。"),
    (EvidenceType.Cremation, "Cremation. 火化。"),
    (EvidenceType.CourtDeclaredDead, "A court declared the person dead. 宣告死亡。"),
    (EvidenceType.CourtDeclarationRevoked, "A court revoked its declaration. 撤销死亡宣告。"),
    (EvidenceType.HukouMoved, "The registration moved. 户口迁移。"),
    (EvidenceType.IdentityCorrected, "The identity was corrected. 身份更正。"),
    (EvidenceType.SocialReport, "Family, village or survey says so. 社会报告。"));

internal sealed class EvidenceEndType() : CodeType<EvidenceEnd>(
    "EvidenceEnd",
    "How a piece of evidence came to count no more. 证据失效方式。",
    (EvidenceEnd.Withdrawn, "Its source withdrew it. 来源撤回。"),
    (EvidenceEnd.Superseded, "Its source corrected it. 来源更正。"),
    (EvidenceEnd.Rejected, "A reviewer decided against it. 审核不予采信。"));

internal sealed class MatchKindType() : CodeType<MatchKind>(
    "MatchKind",
    "How surely a notice names one holder. 匹配程度。",
    (MatchKind.Exact, "Everything agrees. 完全匹配。"),
    (MatchKind.IdOnly, "The number is a holder's, something else differs. 仅号码匹配。"),
    (MatchKind.Weak, "No number; name, birth date and community agree. 弱匹配。"),
    (MatchKind.Ambiguous, "More than one candidate. 多个候选。"));

/// <summary>A piece of evidence in the history of a person: where it came from and whether it counts, without its words.</summary>
internal sealed class EvidenceGraphType : RowType<Evidence>, IStandsFor<Evidence>
{
    private const string Reason = "reached only through what is guarded as a whole";

    public EvidenceGraphType()
    {
        Name = "Evidence";
        Description = "What somebody reported about a person. 关于人员的证据。";

        Id(NodeId.EvidencePrefix, e => e.Id)
            .Description("Opaque and stable. 不透明且稳定的标识。")
            .Open(Reason);
        Field("type").Reads(e => e.Type)
            .Description("What kind of fact it states. 证据类型。")
            .Open(Reason);
        Field("receivedAt").Reads(e => e.ReceivedAt)
            .Description("When it was received. 接收时间。")
            .Open(Reason);
        Field("occurredOn").Reads(e => e.OccurredOn)
            .Description("Day of the fact, as it was reported. 事实发生日期。")
            .Open(Reason);
        Field("isStanding").Reads(e => e.IsStanding)
            .Description("Whether it counts now. 是否有效。")
            .Open(Reason);
        Field("end").Reads(e => e.End)
            .Description("Why it counts no more; null while it stands or waits. 失效原因；有效或待定时为 null。")
            .Open(Reason);
        Field("endedAt").Reads(e => e.EndedAt)
            .Description("Since when it counts no more. 失效时间。")
            .Open(Reason);
    }
}
