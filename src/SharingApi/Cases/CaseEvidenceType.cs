using Domain.Access;
using Domain.Cases;
using Domain.Notices;
using Domain.Shared;
using GraphQL.Types;
using Persistence.Notices;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>A piece of evidence as whoever decides the case sees it: what was sent, by whom, and whether it stands.</summary>
internal sealed class CaseEvidenceType : SentType, IStandsFor<CaseEvidence>
{
    private const string Reason = "who reads a case goes by role and unit";

    public CaseEvidenceType(NoticeEnvelope envelope)
        : base(envelope)
    {
        Name = "CaseEvidence";
        Description = "A piece of evidence in a case, as it was sent. 事项中的证据（按来件原样）。";
        Discloses(c => c.Evidence!.PersonId);

        Field("id").Composes(typeof(NonNullGraphType<IdGraphType>), static (_, cells, _) => new EvidenceIdPart(cells[0]), c => c.EvidenceId)
            .Description("Opaque and stable. 不透明且稳定的标识。")
            .Open(Reason);
        Field("type").Reads(c => c.Evidence!.Type)
            .Description("What kind of fact it states. 证据类型。")
            .Open(Reason);
        Field("source").Reads(c => c.Evidence!.Client).ShownOnly()
            .Description("Client that sent it. 来源接入方。")
            .Open(Reason);
        Field("receivedAt").Reads(c => c.Evidence!.ReceivedAt)
            .Description("When it was received. 接收时间。")
            .Open(Reason);
        Field("occurredOn").Reads(c => c.Evidence!.OccurredOn)
            .Description("Day of the fact, as it was sent. 事实发生日期。")
            .Guarded(CatalogueItem.PersonHistory);
        Field("match").Reads(c => c.Evidence!.Match)
            .Description("How surely it names one holder; null where that could not be asked. 匹配程度；无法匹配时为 null。")
            .Open(Reason);
        Field("isStanding").Reads(c => c.Evidence!.IsStanding)
            .Description("Whether it counts now. 是否有效。")
            .Open(Reason);
        Field("end").Reads(c => c.Evidence!.End)
            .Description("Why it counts no more; null while it stands or waits. 失效原因；有效或待定时为 null。")
            .Open(Reason);
        Field("subject").Holds<SentSubjectType>()
            .Description("The person as the sender wrote them. 来件所述人员。")
            .Open("its fields are guarded one by one");
        Field("corrected").Holds<SentCorrectionType>()
            .Description("IDENTITY_CORRECTED: the right identity. 更正后的身份。")
            .Open("its fields are guarded one by one");
        Sent("reason", n => n.Reason is { } reason ? ApiName.Of(reason) : null, CatalogueItem.PersonHistory, "Reason of a cancelled registration. 户籍注销原因。");
        Sent("fromDivision", n => n.FromDivision, CatalogueItem.PersonRelocation, "Division moved from. 迁出地区划代码。");
        Sent("toDivision", n => n.ToDivision, CatalogueItem.PersonRelocation, "Division moved to. 迁入地区划代码。");
        Sent("toCommunity", n => n.ToCommunity, CatalogueItem.PersonCommunity, "Community moved to. 迁入村（社区）代码。");
        Sent("documentNumber", n => n.DocumentNumber, CatalogueItem.PersonIdNumber, "Number of the document behind it. 文书编号。");
        Sent("judgedOn", n => n.JudgedOn?.Text, CatalogueItem.PersonHistory, "Day of the judgment. 判决日期。");
        Sent("reports", n => n.Reports is { } said ? ApiName.Of(said) : null, CatalogueItem.PersonHistory, "What a social report says. 社会报告内容。");
    }

    public override string NaturalKey => $"{nameof(CaseEvidence.Evidence)}.{nameof(Evidence.Position)}";
}

/// <summary>The person whom a sender named.</summary>
internal sealed class SentSubjectType : SentPersonType
{
    public SentSubjectType(NoticeEnvelope envelope)
        : base(envelope, static notice => notice.Subject)
    {
        Name = "SentSubject";
        Description = "A person as a sender wrote them. 来件所述人员。";
    }
}

/// <summary>The identity that a sender says is right.</summary>
internal sealed class SentCorrectionType : SentPersonType
{
    public SentCorrectionType(NoticeEnvelope envelope)
        : base(envelope, static notice => notice.Corrected)
    {
        Name = "SentCorrection";
        Description = "The right identity, as a sender wrote it. 来件所述更正后的身份。";
    }
}

/// <summary>The fields of a person in a notice: text, as it was sent.</summary>
internal abstract class SentPersonType : SentType
{
    protected SentPersonType(NoticeEnvelope envelope, Func<Notice, NoticeSubject?> subject)
        : base(envelope)
    {
        Sent("name", n => subject(n)?.Name, CatalogueItem.PersonName, "Name. 姓名。");
        Sent("idNumber", n => subject(n)?.IdNumber?.Value, CatalogueItem.PersonIdNumber, "Citizen ID number. 公民身份号码。");
        Sent("sex", n => subject(n)?.Sex is { } sex ? ApiName.Of(sex) : null, CatalogueItem.PersonSex, "Sex. 性别。");
        Sent("birthDate", n => subject(n)?.BirthDate?.Text, CatalogueItem.PersonBirthDate, "Date of birth. 出生日期。");
        Sent("hukouDivision", n => subject(n)?.HukouDivision, CatalogueItem.PersonHukouDivision, "Division of the registration. 户籍所在区划代码。");
        Sent("hukouCommunity", n => subject(n)?.HukouCommunity, CatalogueItem.PersonCommunity, "Community of the registration. 户籍所在村（社区）代码。");
    }
}

/// <summary>A type with values out of what was sent.</summary>
internal abstract class SentType(NoticeEnvelope envelope) : RowType<CaseEvidence>
{
    /// <summary>Adds a value; masked it is null, for what was sent has no masks.</summary>
    protected void Sent(string name, Func<Notice, string?> value, CatalogueItem item, string description) => Field(name)
        .Composes(
            typeof(StringGraphType),
            (_, cells, isMasked) => isMasked ? null : new SentPart(envelope, cells, value),
            c => c.Evidence!.Payload,
            c => c.Evidence!.Type)
        .Description(description)
        .Guarded(item);
}
