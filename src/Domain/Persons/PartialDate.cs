using System.Globalization;
using Domain.Shared;

namespace Domain.Persons;

/// <summary>A date known to the year, the month or the day: <c>2026</c>, <c>2026-05</c>, <c>2026-05-01</c>.</summary>
/// <remarks>Compares as text, so that <c>2026</c> &lt; <c>2026-05</c> &lt; <c>2026-05-01</c> (api.md 3).</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private const int YearLength = 4;
    private const int MonthLength = 7;
    private const int DayLength = 10;

    private readonly string? _text;

    private PartialDate(string text) => _text = text;

    public string Text => _text ?? throw new InvalidOperationException("A partial date that was never read has no text.");

    public DatePrecision Precision => Text.Length switch
    {
        YearLength => DatePrecision.Year,
        MonthLength => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    /// <summary>The first day that the date can mean.</summary>
    public DateOnly Earliest => new(
        Number(0, 4),
        Precision >= DatePrecision.Month ? Number(5, 2) : 1,
        Precision == DatePrecision.Day ? Number(8, 2) : 1);

    /// <summary>The last day that the date can mean.</summary>
    public DateOnly Latest
    {
        get
        {
            var first = Earliest;
            return Precision switch
            {
                DatePrecision.Year => new DateOnly(first.Year, 12, 31),
                DatePrecision.Month => new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
                _ => first,
            };
        }
    }

    /// <summary>Reads a date that somebody sent, in exactly one of the three forms.</summary>
    /// <remarks>
    /// Whether it lies too early or in the future is for the caller to say: <see cref="Earliest"/> and <see cref="Latest"/>
    /// are there to compare.
    /// </remarks>
    public static PartialDateReading Read(string? text)
    {
        if (text is null || !HasShape(text))
        {
            return PartialDateReading.Refused(PersonFindings.DateShape);
        }

        var whole = string.Concat(text, "0001-01-01".AsSpan(text.Length));
        return DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? PartialDateReading.Of(new PartialDate(text))
            : PartialDateReading.Refused(PersonFindings.DateImpossible);
    }

    /// <summary>Takes back a date that was validated before it was stored.</summary>
    public static PartialDate FromStore(string text) => new(text);

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>True where both can be the same day: equal as far as the coarser of the two is known.</summary>
    public bool AgreesWith(PartialDate other) =>
        Text.Length <= other.Text.Length
            ? other.Text.StartsWith(Text, StringComparison.Ordinal)
            : Text.StartsWith(other.Text, StringComparison.Ordinal);

    /// <summary>The same date to the month, or to the year where no more is known.</summary>
    public PartialDate ToMonth() => CutTo(MonthLength);

    /// <summary>The same date to the year.</summary>
    public PartialDate ToYear() => CutTo(YearLength);

    public int CompareTo(PartialDate other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    private static bool HasShape(ReadOnlySpan<char> text)
    {
        if (text.Length is not (YearLength or MonthLength or DayLength))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var fits = i is 4 or 7 ? text[i] == '-' : char.IsAsciiDigit(text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private int Number(int start, int length) =>
        int.Parse(Text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private PartialDate CutTo(int length) => Text.Length <= length ? this : new PartialDate(Text[..length]);
}

/// <summary>How exactly a date is known, coarsest first.</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
}

/// <summary>What came of reading a partial date: the date, or the one finding that says why there is none.</summary>
public readonly record struct PartialDateReading
{
    private PartialDateReading(PartialDate? date, IReadOnlyList<Finding> findings)
    {
        Date = date;
        Findings = findings;
    }

    public PartialDate? Date { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsAccepted => Date is not null;

    internal static PartialDateReading Of(PartialDate date) => new(date, []);

    internal static PartialDateReading Refused(Finding finding) => new(null, [finding]);
}
