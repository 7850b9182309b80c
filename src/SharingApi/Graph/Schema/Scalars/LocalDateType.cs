using System.Globalization;
using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>A whole calendar day in Asia/Shanghai, <c>2026-05-01</c>.</summary>
internal sealed class LocalDateType() : TextScalar<DateOnly>(
    "LocalDate",
    "A calendar day in Asia/Shanghai, such as `2026-05-01`. 公历日期（北京时间），如 `2026-05-01`。")
{
    private const string Form = "yyyy-MM-dd";

    protected override Outcome<DateOnly> Read(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : new Refusal("DATE_SHAPE", "A date is a real day, written as year-month-day: 2026-05-01.");

    protected override string Write(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
