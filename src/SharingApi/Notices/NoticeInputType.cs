using Domain.Notices;
using GraphQL.Types;

namespace SharingApi.Notices;

/// <summary>A notice as api.md 3 fixes it: numbers and dates are text, so that one bad notice never refuses its batch.</summary>
internal sealed class NoticeInputType : InputObjectGraphType<SentNotice>
{
    public NoticeInputType()
    {
        Name = "NoticeInput";
        Description = "One notice. 一条通报。";
        Field<NonNullGraphType<StringGraphType>>("messageId")
            .Description("The sender's own id of the message; a repeat has no second effect. 报送方消息编号，重复报送不再生效。");
        Field<NonNullGraphType<NoticeTypeType>>("type").Description("What is reported. 通报类型。");
        Field<StringGraphType>("occurredOn")
            .Description("Day of the fact, or month or year where no more is known. 发生日期，可只到月或年。");
        Field<HukouReasonType>("reason").Description("Why the registration was cancelled. 户口注销原因。");
        Field<NonNullGraphType<NoticeSubjectInputType>>("subject").Description("Whom it is about. 当事人。");
        Field<NoticeSubjectInputType>("corrected").Description("IDENTITY_CORRECTED: the right identity. 更正后的身份信息。");
        Field<StringGraphType>("fromDivision").Description("HUKOU_MOVED: six-digit code of the old division. 迁出地区划代码。");
        Field<StringGraphType>("toDivision").Description("HUKOU_MOVED: six-digit code of the new division. 迁入地区划代码。");
        Field<StringGraphType>("toCommunity")
            .Description("HUKOU_MOVED: twelve-digit code of the new community. 迁入村（社区）代码。");
        Field<StringGraphType>("documentNumber").Description("Number of the document behind the notice. 相关文书编号。");
        Field<StringGraphType>("judgedOn").Description("Day of the judgment. 判决日期。");
        Field<StringGraphType>("corrects")
            .Description("Message id of the notice that this one supersedes. 被本条替代的消息编号。");
        Field<SocialReportKindType>("reports").Description("SOCIAL_REPORT: what has happened. 社会反映内容。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentNotice
    {
        MessageId = (string)value["messageId"]!,
        Type = (NoticeType)value["type"]!,
        OccurredOn = Text(value, "occurredOn"),
        Reason = (HukouReason?)Value(value, "reason"),
        Subject = (SentSubject)value["subject"]!,
        Corrected = (SentSubject?)Value(value, "corrected"),
        FromDivision = Text(value, "fromDivision"),
        ToDivision = Text(value, "toDivision"),
        ToCommunity = Text(value, "toCommunity"),
        DocumentNumber = Text(value, "documentNumber"),
        JudgedOn = Text(value, "judgedOn"),
        Corrects = Text(value, "corrects"),
        Reports = (SocialReportKind?)Value(value, "reports"),
    };

    internal static string? Text(IDictionary<string, object?> value, string field) => (string?)Value(value, field);

    private static object? Value(IDictionary<string, object?> value, string field) =>
        value.TryGetValue(field, out var given) ? given : null;
}

/// <summary>The person that a notice is about, as the sender knows them.</summary>
internal sealed class NoticeSubjectInputType : InputObjectGraphType<SentSubject>
{
    public NoticeSubjectInputType()
    {
        Name = "NoticeSubjectInput";
        Description = "A person as the sender knows them; all fields are text. 当事人信息，均为文本。";
        Field<StringGraphType>("name").Description("Name. 姓名。");
        Field<StringGraphType>("idNumber").Description("Citizen ID number of 18 characters. 公民身份号码（18 位）。");
        Field<StringGraphType>("sex").Description("MALE or FEMALE. 性别：MALE 或 FEMALE。");
        Field<StringGraphType>("birthDate").Description("Birth date, may be partial. 出生日期，可只到月或年。");
        Field<StringGraphType>("hukouDivision").Description("Six-digit code of the registered division. 户籍地区划代码。");
        Field<StringGraphType>("hukouCommunity")
            .Description("Twelve-digit code of the registered community. 户籍地村（社区）代码。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new SentSubject
    {
        Name = NoticeInputType.Text(value, "name"),
        IdNumber = NoticeInputType.Text(value, "idNumber"),
        Sex = NoticeInputType.Text(value, "sex"),
        BirthDate = NoticeInputType.Text(value, "birthDate"),
        HukouDivision = NoticeInputType.Text(value, "hukouDivision"),
        HukouCommunity = NoticeInputType.Text(value, "hukouCommunity"),
    };
}

/// <summary>The batch.</summary>
internal sealed class ReportNoticesInputType : InputObjectGraphType
{
    public ReportNoticesInputType()
    {
        Name = "ReportNoticesInput";
        Description = "A batch of notices. 一批通报。";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<NoticeInputType>>>>("notices")
            .Description("1 to 1,000 notices, taken in this order. 1 至 1000 条，按此顺序接收。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        ((IEnumerable<object>)value["notices"]!).Cast<SentNotice>().ToList();
}
