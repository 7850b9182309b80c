using System.Globalization;
using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>An instant, RFC 3339: any offset is read, UTC with at most milliseconds is written.</summary>
internal sealed class DateTimeType() : TextScalar<DateTimeOffset>(
    "DateTime",
    "An instant, RFC 3339, answered in UTC: `2026-05-01T08:30:00.125Z`. 时刻（RFC 3339），以世界时返回，如 `2026-05-01T08:30:00.125Z`。")
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    protected override Outcome<DateTimeOffset> Read(string text) =>
        HasOffset(text) &&
        DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : new Refusal("DATE_TIME_SHAPE", "An instant has a date, a time and an offset: 2026-05-01T08:30:00Z.");

    protected override string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without an offset the same text would mean another instant on another machine.</summary>
    private static bool HasOffset(string text) =>
        text.Length > 19 && (text[^1] is 'Z' || text[^6] is '+' or '-');
}
