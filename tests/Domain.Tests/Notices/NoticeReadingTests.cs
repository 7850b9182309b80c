using Domain.Access;
using Domain.Notices;

namespace Domain.Tests.Notices;

public sealed class NoticeReadingTests
{
    private static readonly NoticeRules Rules = new(new DateOnly(2026, 7, 1), AllowSyntheticArea: true);

    private static readonly SentNotice Death = new()
    {
        MessageId = "m-1",
        Type = NoticeType.HukouCancelled,
        Reason = HukouReason.Death,
        OccurredOn = "2026-06-20",
        Subject = new() { Name = "王一", IdNumber = "53019919550817003X" },
    };

    public static TheoryData<string, SentNotice, Department> Refused => new()
    {
        { "NOTICE_TYPE_NOT_YOURS", Death, Department.Health },
        { "NOTICE_OCCURRED_ON_MISSING", Death with { OccurredOn = null }, Department.PublicSecurity },
        { "DATE_FUTURE", Death with { OccurredOn = "2026-07-02" }, Department.PublicSecurity },
        { "DATE_FUTURE", Death with { OccurredOn = "2026-08" }, Department.PublicSecurity },
        { "DATE_SHAPE", Death with { OccurredOn = "20260620" }, Department.PublicSecurity },
        { "DATE_IMPOSSIBLE", Death with { OccurredOn = "2026-02-29" }, Department.PublicSecurity },
        { "DATE_BEFORE_BIRTH", Death with { OccurredOn = "1955-08-16" }, Department.PublicSecurity },
        { "DATE_TOO_EARLY", Death with { OccurredOn = "1899" }, Department.PublicSecurity },
        { "ID_CHECK", With(Death, "530199195508170031"), Department.PublicSecurity },
        { "ID_LEGACY_15", With(Death, "530199550817003"), Department.PublicSecurity },
        { "ID_SHAPE", With(Death, "123"), Department.PublicSecurity },
        { "NOTICE_SUBJECT_EMPTY", Death with { Subject = new() }, Department.PublicSecurity },
        { "NOTICE_MESSAGE_ID_SHAPE", Death with { MessageId = " " }, Department.PublicSecurity },
        { "NOTICE_SEX_UNKNOWN", Death with { Subject = Death.Subject with { Sex = "M" } }, Department.PublicSecurity },
        { "NOTICE_TO_DIVISION_MISSING", Death with { Type = NoticeType.HukouMoved }, Department.PublicSecurity },
        { "DIVISION_SHAPE", Death with { Type = NoticeType.HukouMoved, ToDivision = "5301" }, Department.PublicSecurity },
        { "NOTICE_CORRECTED_MISSING", Death with { Type = NoticeType.IdentityCorrected }, Department.PublicSecurity },
        { "NOTICE_REPORTS_MISSING", Death with { Type = NoticeType.SocialReport }, Department.Federation },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_notice_is_refused_by_its_own_content_with_a_stable_code(string code, SentNotice sent, Department sender)
    {
        var reading = NoticeReading.Read(sent, sender, Rules);

        Assert.Null(reading.Notice);
        Assert.Contains(code, reading.Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-07")]
    [InlineData("2026-07-01")]
    [InlineData("1955-08-17")]
    [InlineData("1955")]
    public void A_day_up_to_today_and_from_birth_on_is_taken_also_where_it_is_partial(string day) =>
        Assert.NotNull(NoticeReading.Read(Death with { OccurredOn = day }, Department.PublicSecurity, Rules).Notice);

    [Fact]
    public void A_missing_reason_is_taken_for_review() =>
        Assert.NotNull(NoticeReading.Read(Death with { Reason = null }, Department.PublicSecurity, Rules).Notice);

    [Fact]
    public void Nothing_that_prints_itself_prints_what_it_contains()
    {
        var notice = NoticeReading.Read(Death, Department.PublicSecurity, Rules).Notice!;

        Assert.Equal(["Notice", "NoticeSubject", "SentNotice", "SentSubject"],
            [notice.ToString(), notice.Subject.ToString(), Death.ToString(), Death.Subject.ToString()]);
    }

    private static SentNotice With(SentNotice notice, string idNumber) =>
        notice with { Subject = notice.Subject with { IdNumber = idNumber } };
}
