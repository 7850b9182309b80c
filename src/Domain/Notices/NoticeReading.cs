using Domain.Access;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Notices;

/// <summary>Against what a notice is read: never against a stored value (domain.md 8.2).</summary>
/// <param name="Today">The day in Asia/Shanghai.</param>
/// <param name="AllowSyntheticArea">Whether the area code of invented people is taken.</param>
public readonly record struct NoticeRules(DateOnly Today, bool AllowSyntheticArea);

/// <summary>What came of reading a notice: the notice, or everything that is wrong with it (api.md 3, domain.md 8.3).</summary>
public sealed class NoticeReading
{
    private NoticeReading(Notice? notice, IReadOnlyList<Finding> findings)
    {
        Notice = notice;
        Findings = findings;
    }

    /// <summary>The notice, unless something is wrong with it.</summary>
    public Notice? Notice { get; }

    /// <summary>Why it is refused; empty for a notice that is taken.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads what <paramref name="sender"/> sent. Nothing but the notice's own content decides.</summary>
    public static NoticeReading Read(SentNotice sent, Department sender, NoticeRules rules)
    {
        var fields = new FieldReader(rules);
        if (!WhoMaySend.May(sender, sent.Type))
        {
            fields.Refuse(NoticeFindings.TypeNotYours);
        }

        var notice = Read(sent, fields);
        RequireFields(notice, sent, fields);
        RequireBirthFirst(notice, fields);
        return fields.Errors.Count == 0 ? new(notice, []) : new(null, fields.Errors);
    }

    private static Notice Read(SentNotice sent, FieldReader fields) => new()
    {
        MessageId = fields.RequiredText(sent.MessageId, NoticeFindings.MessageIdShape),
        Type = sent.Type,
        OccurredOn = fields.Date(sent.OccurredOn, "occurredOn"),
        Reason = sent.Reason,
        Subject = ReadSubject(sent.Subject, "subject", fields),
        Corrected = sent.Corrected is { } corrected ? ReadSubject(corrected, "corrected", fields) : null,
        FromDivision = fields.Division(sent.FromDivision, "fromDivision"),
        ToDivision = fields.Division(sent.ToDivision, "toDivision"),
        ToCommunity = fields.Community(sent.ToCommunity, "toCommunity"),
        DocumentNumber = fields.Text(sent.DocumentNumber, NoticeFindings.DocumentNumberShape),
        JudgedOn = fields.Date(sent.JudgedOn, "judgedOn"),
        Corrects = fields.Text(sent.Corrects, NoticeFindings.MessageIdShape.On("corrects")),
        Reports = sent.Reports,
    };

    private static NoticeSubject ReadSubject(SentSubject sent, string field, FieldReader fields) => new()
    {
        Name = fields.Name(sent.Name, field + ".name"),
        IdNumber = fields.IdNumber(sent.IdNumber, field + ".idNumber"),
        Sex = fields.Sex(sent.Sex, field + ".sex"),
        BirthDate = fields.Date(sent.BirthDate, field + ".birthDate"),
        HukouDivision = fields.Division(sent.HukouDivision, field + ".hukouDivision"),
        HukouCommunity = fields.Community(sent.HukouCommunity, field + ".hukouCommunity"),
    };

    /// <summary>What each type cannot do without. A missing hukou reason is not among it: row D7 takes that.</summary>
    private static void RequireFields(Notice notice, SentNotice sent, FieldReader fields)
    {
        (bool IsMissing, Finding Finding)[] requirements =
        [
            (sent.OccurredOn is null && notice.Type != NoticeType.IdentityCorrected, NoticeFindings.OccurredOnMissing),
            (notice.Type == NoticeType.SocialReport && notice.Reports is null, NoticeFindings.ReportsMissing),
            (notice.Type == NoticeType.IdentityCorrected && notice.Corrected is null, NoticeFindings.CorrectedMissing),
            (notice.Type == NoticeType.HukouMoved && notice.ToDivision is null, NoticeFindings.ToDivisionMissing),
            (sent.Subject is { Name: null, IdNumber: null }, NoticeFindings.SubjectEmpty),
        ];
        foreach (var (_, finding) in requirements.Where(requirement => requirement.IsMissing))
        {
            fields.Refuse(finding);
        }
    }

    private static void RequireBirthFirst(Notice notice, FieldReader fields)
    {
        var inNumber = notice.Subject.IdNumber is { } number ? PartialDate.Of(number.BirthDate) : (PartialDate?)null;
        if (notice.OccurredOn is { } day && (day.IsBefore(notice.Subject.BirthDate) || day.IsBefore(inNumber)))
        {
            fields.Refuse(NoticeFindings.DateBeforeBirth);
        }
    }
}
