using System.Globalization;
using System.Text;
using Domain.Persons;
using Domain.Shared;

namespace Domain.Register;

/// <summary>Reads the values of one line and gathers everything that is to be said about them.</summary>
internal sealed class HolderFieldReader(Func<HolderField, string?> sent, IdNumberRules rules)
{
    private const int LongestText = 200;
    private const int CommunityLength = 12;
    private const int ShortestPhone = 7;
    private const int LongestPhone = 20;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Exists(finding => finding.Severity == Severity.Error);

    /// <summary>The value of a field, trimmed; null where nothing stands there.</summary>
    public string? this[HolderField field] => sent(field)?.Trim() is { Length: > 0 } text ? text : null;

    public void Say(HolderField field, Finding finding) =>
        _findings.Add(finding.On(JsonName(field)));

    public void Say(HolderField field, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Say(field, finding);
        }
    }

    public string? Text(HolderField field, int longest = LongestText)
    {
        var text = this[field];
        if (text is null || (text.Length <= longest && !text.Any(char.IsControl)))
        {
            return text?.Normalize(NormalizationForm.FormC);
        }

        Say(field, RegisterFindings.Text);
        return null;
    }

    public string? Name(HolderField field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        var reading = PersonName.Read(text);
        Say(field, reading.Findings);
        return reading.Name;
    }

    public TCode? Word<TCode>(HolderField field, IReadOnlyDictionary<string, TCode> words)
        where TCode : struct
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var code))
        {
            return code;
        }

        Say(field, RegisterFindings.Word);
        return null;
    }

    /// <summary>A date that may be partial; also as offices write it: 2018/3/5, 20180305, 2018年3月5日.</summary>
    public PartialDate? Date(HolderField field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        var reading = PartialDate.Read(Written(text));
        Say(field, reading.Findings);
        if (reading.Date is { } date && date.Earliest > rules.Today)
        {
            Say(field, RegisterFindings.DayNeeded);
        }

        return reading.Date;
    }

    /// <summary>A whole day; of the future only where that makes sense.</summary>
    public DateOnly? Day(HolderField field, bool mayLieAhead = false)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        var reading = PartialDate.Read(Written(text));
        Say(field, reading.Findings);
        if (reading.Date is not { } date)
        {
            return null;
        }

        if (date.Precision == DatePrecision.Day && (mayLieAhead || date.Earliest <= rules.Today))
        {
            return date.Earliest;
        }

        Say(field, RegisterFindings.DayNeeded);
        return null;
    }

    public string? Community(HolderField field)
    {
        var text = this[field];
        if (text is null || (text.Length == CommunityLength && text.All(char.IsAsciiDigit)))
        {
            return text;
        }

        Say(field, Notices.NoticeFindings.CommunityShape);
        return null;
    }

    /// <summary>A number that a telephone could have. A person is not left out of the register for a wrong one.</summary>
    public string? Phone(HolderField field)
    {
        if (this[field] is not { } text)
        {
            return null;
        }

        var number = new string([.. text.Select(NumberText.ToHalfWidth).Where(sign => sign is not (' ' or '-'))]);
        if (number.Length is >= ShortestPhone and <= LongestPhone && NumberText.IsDigits(number.AsSpan(number[0] == '+' ? 1 : 0)))
        {
            return number;
        }

        Say(field, RegisterFindings.Phone);
        return null;
    }

    private static string Written(string text)
    {
        if (text.Length == 8 && NumberText.IsDigits(text))
        {
            return $"{text[..4]}-{text[4..6]}-{text[6..]}";
        }

        var parts = text.Split(['-', '/', '.', '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('-', parts.Select((part, i) => i == 0 ? part : part.PadLeft(2, '0')));
    }

    private static string JsonName(HolderField field)
    {
        var name = field.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
    }
}
