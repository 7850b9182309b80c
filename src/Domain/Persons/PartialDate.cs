namespace Domain.Persons;

/// <summary>A date known to the year, the month or the day: <c>2026</c>, <c>2026-05</c>, <c>2026-05-01</c>.</summary>
/// <remarks>Compares as text, so that <c>2026</c> &lt; <c>2026-05</c> &lt; <c>2026-05-01</c> (api.md 3).</remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private readonly string? _text;

    private PartialDate(string text) => _text = text;

    public string Text => _text ?? throw new InvalidOperationException("A partial date that was never read has no text.");

    /// <summary>Takes back a date that was validated before it was stored.</summary>
    public static PartialDate FromStore(string text) => new(text);

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public int CompareTo(PartialDate other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
