using Domain.Notices;
using Domain.Shared;
using SharingApi.Files;

namespace SharingApi.Notices.Intake;

/// <summary>A CSV file of notices: the header names the fields of <c>NoticeInput</c>, those of a person behind a point.</summary>
/// <remarks>An empty field is one that was not sent. A line that has <c>withdraws</c> takes an earlier message back.</remarks>
internal static class CsvNotices
{
    private static readonly string[] OfPersons = ["name", "idNumber", "sex", "birthDate", "hukouDivision", "hukouCommunity"];

    /// <summary>Every column that there can be, in any order; no other is passed over in silence.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "messageId", "type", "occurredOn", "reason",
        .. OfPersons.Select(field => "subject." + field),
        .. OfPersons.Select(field => "corrected." + field),
        "fromDivision", "toDivision", "toCommunity", "documentNumber", "judgedOn", "corrects", "reports", "withdraws",
    ];

    /// <summary>The lines of the file, or why its header cannot be used.</summary>
    public static Outcome<NoticeLines> Read(CsvFile file)
    {
        if (Unusable(file.Header) is { } sentence)
        {
            return new Refusal("INTAKE_HEADER", sentence);
        }

        var columns = file.Header.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i, StringComparer.Ordinal);
        return new NoticeLines(file.Rows().Select(row => row.Fields is { } fields
            ? Read(row.Line, new(columns, fields))
            : NoticeLine.Refused(row.Line, row.Fault!)));
    }

    private static string? Unusable(IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (!Columns.Contains(header[i], StringComparer.Ordinal))
            {
                return $"Column {i + 1} of the header has a name that no field of a notice has. See docs/operating.md.";
            }
        }

        if (header.Distinct(StringComparer.Ordinal).Count() < header.Count)
        {
            return "The header names a column twice.";
        }

        var hasKind = header.Contains("type", StringComparer.Ordinal) || header.Contains("withdraws", StringComparer.Ordinal);
        return header.Contains("messageId", StringComparer.Ordinal) && hasKind
            ? null
            : "The first line is a header that names messageId, and type or withdraws.";
    }

    private static NoticeLine Read(int line, Fields fields)
    {
        if (fields["withdraws"] is { } withdraws)
        {
            return NoticeLine.Of(line, new Withdrawal(fields["messageId"] ?? "", withdraws, fields["reason"] ?? ""));
        }

        var type = fields.Code<NoticeType>("type", out var isTypeWrong);
        var reason = fields.Code<HukouReason>("reason", out var isReasonWrong);
        var reports = fields.Code<SocialReportKind>("reports", out var isReportsWrong);
        var wrong = isTypeWrong || type is null ? "type" : isReasonWrong ? "reason" : isReportsWrong ? "reports" : null;
        return wrong is not null
            ? NoticeLine.Refused(line, FileFindings.Value.On(wrong))
            : NoticeLine.Of(line, new SentNotice
            {
                MessageId = fields["messageId"] ?? "",
                Type = type!.Value,
                OccurredOn = fields["occurredOn"],
                Reason = reason,
                Subject = fields.Person("subject") ?? new(),
                Corrected = fields.Person("corrected"),
                FromDivision = fields["fromDivision"],
                ToDivision = fields["toDivision"],
                ToCommunity = fields["toCommunity"],
                DocumentNumber = fields["documentNumber"],
                JudgedOn = fields["judgedOn"],
                Corrects = fields["corrects"],
                Reports = reports,
            });
    }

    /// <summary>The fields of one line by the names of the header.</summary>
    private readonly struct Fields(Dictionary<string, int> columns, string[] fields)
    {
        /// <summary>The text of a field; null where the file has no such column, or nothing stands in it.</summary>
        public string? this[string name] => columns.TryGetValue(name, out var i) && fields[i].Length > 0 ? fields[i] : null;

        public TCode? Code<TCode>(string name, out bool isWrong)
            where TCode : struct, Enum
        {
            isWrong = false;
            if (this[name] is not { } text)
            {
                return null;
            }

            isWrong = !ApiName<TCode>.All.TryGetValue(text, out var code);
            return code;
        }

        public SentSubject? Person(string of)
        {
            var person = new SentSubject
            {
                Name = this[of + ".name"],
                IdNumber = this[of + ".idNumber"],
                Sex = this[of + ".sex"],
                BirthDate = this[of + ".birthDate"],
                HukouDivision = this[of + ".hukouDivision"],
                HukouCommunity = this[of + ".hukouCommunity"],
            };
            return person == new SentSubject() ? null : person;
        }
    }
}
