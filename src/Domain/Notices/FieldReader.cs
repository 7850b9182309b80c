using Domain.Persons;
using Domain.Shared;

namespace Domain.Notices;

/// <summary>Reads the fields of one notice and gathers everything that is wrong with them, not only the first thing.</summary>
internal sealed class FieldReader(NoticeRules rules)
{
    private const int LongestText = 100;
    private const int DivisionLength = 6;
    private const int CommunityLength = 12;

    private static readonly DateOnly EarliestDay = new(1900, 1, 1);

    private readonly List<Finding> _errors = [];

    /// <summary>What refuses the notice. Remarks on a number or a date that is taken concern matching, not the sender.</summary>
    public IReadOnlyList<Finding> Errors => _errors;

    public void Refuse(Finding finding) => _errors.Add(finding);

    public PartialDate? Date(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        var reading = PartialDate.Read(text);
        Gather(reading.Findings, field);
        if (reading.Date is not { } date)
        {
            return null;
        }

        if (date.Earliest > rules.Today)
        {
            Refuse(NoticeFindings.DateFuture.On(field));
        }

        if (date.Earliest < EarliestDay)
        {
            Refuse(NoticeFindings.DateTooEarly.On(field));
        }

        return date;
    }

    public IdNumber? IdNumber(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        var reading = Persons.IdNumber.Read(text, new IdNumberRules(rules.Today, rules.AllowSyntheticArea));
        Gather(reading.Findings, field);
        return reading.Number;
    }

    public string? Name(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        var reading = PersonName.Read(text);
        Gather(reading.Findings, field);
        return reading.Name;
    }

    public Sex? Sex(string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        if (ApiName<Sex>.All.TryGetValue(text, out var sex))
        {
            return sex;
        }

        Refuse(NoticeFindings.SexUnknown.On(field));
        return null;
    }

    public string? Division(string? text, string field) => Code(text, DivisionLength, NoticeFindings.DivisionShape.On(field));

    public string? Community(string? text, string field) => Code(text, CommunityLength, NoticeFindings.CommunityShape.On(field));

    /// <summary>An id or a number of the sender's own, of which we know nothing but that it is short text.</summary>
    public string? Text(string? text, Finding refusal)
    {
        if (text is not null && !IsShortText(text))
        {
            Refuse(refusal);
        }

        return text;
    }

    /// <summary>The same, where there has to be one.</summary>
    public string RequiredText(string? text, Finding refusal)
    {
        if (text is null || !IsShortText(text))
        {
            Refuse(refusal);
        }

        return text ?? "";
    }

    private static bool IsShortText(string text) =>
        text.Length is > 0 and <= LongestText && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);

    private string? Code(string? text, int length, Finding refusal)
    {
        if (text is not null && (text.Length != length || !text.All(char.IsAsciiDigit)))
        {
            Refuse(refusal);
        }

        return text;
    }

    private void Gather(IEnumerable<Finding> findings, string field) =>
        _errors.AddRange(findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.On(field)));
}
