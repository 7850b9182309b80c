using Domain.Shared;

namespace Domain.Notices;

/// <summary>Every finding that reading a notice can yield beside those on numbers, dates and names: one place for the codes.</summary>
public static class NoticeFindings
{
    public static readonly Finding TypeNotYours = Error("NOTICE_TYPE_NOT_YOURS", "type",
        "Your department is not the source of this kind of fact.");

    public static readonly Finding MessageIdShape = Error("NOTICE_MESSAGE_ID_SHAPE", "messageId",
        "A message id has 1 to 100 characters and no control characters.");

    public static readonly Finding MessageIdConflict = Error("MESSAGE_ID_CONFLICT", "messageId",
        "You sent this message id before with other content: a new notice needs an id of its own.");

    public static readonly Finding OccurredOnMissing = Error("NOTICE_OCCURRED_ON_MISSING", "occurredOn",
        "State the day of the fact, or the month or year where no more is known.");

    public static readonly Finding ReportsMissing = Error("NOTICE_REPORTS_MISSING", "reports",
        "A social report states what it reports: DEATH or MOVE.");

    public static readonly Finding CorrectedMissing = Error("NOTICE_CORRECTED_MISSING", "corrected",
        "A correction of an identity states the right one.");

    public static readonly Finding ToDivisionMissing = Error("NOTICE_TO_DIVISION_MISSING", "toDivision",
        "A move states the division that the registration moved to.");

    public static readonly Finding SubjectEmpty = Error("NOTICE_SUBJECT_EMPTY", "subject",
        "State at least the name or the ID number.");

    public static readonly Finding SexUnknown = Error("NOTICE_SEX_UNKNOWN", null,
        "Sex is MALE or FEMALE.");

    public static readonly Finding DivisionShape = Error("DIVISION_SHAPE", null,
        "A division code has six digits.");

    public static readonly Finding CommunityShape = Error("COMMUNITY_SHAPE", null,
        "A community code has twelve digits.");

    public static readonly Finding DocumentNumberShape = Error("NOTICE_DOCUMENT_NUMBER_SHAPE", "documentNumber",
        "A document number has 1 to 100 characters and no control characters.");

    public static readonly Finding ReasonShape = Error("NOTICE_REASON_SHAPE", "reason",
        "State a reason of 1 to 500 characters without control characters.");

    public static readonly Finding DateFuture = Error("DATE_FUTURE", null,
        "The date lies in the future, counted in Asia/Shanghai.");

    public static readonly Finding DateTooEarly = Error("DATE_TOO_EARLY", null,
        "The date lies before 1900.");

    public static readonly Finding DateBeforeBirth = Error("DATE_BEFORE_BIRTH", "occurredOn",
        "The fact is dated before the person's birth, as the notice itself states it.");

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<Finding> All =
    [
        TypeNotYours, MessageIdShape, MessageIdConflict, OccurredOnMissing, ReportsMissing, CorrectedMissing,
        ToDivisionMissing, SubjectEmpty, SexUnknown, DivisionShape, CommunityShape, DocumentNumberShape, ReasonShape,
        DateFuture, DateTooEarly, DateBeforeBirth,
    ];

    private static Finding Error(string code, string? field, string message) => new(code, Severity.Error, field, message);
}
