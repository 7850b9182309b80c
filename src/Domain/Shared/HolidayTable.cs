namespace Domain.Shared;

/// <summary>One year of the State Council's holiday notice (domain.md 9): the days off, and the weekend days worked for them.</summary>
/// <param name="Year">The year that every day of the table lies in.</param>
/// <param name="DaysOff">Spans of days off, both ends among them.</param>
/// <param name="WeekendsWorked">Saturdays and Sundays that are working days (调休).</param>
public sealed record HolidayTable(
    int Year,
    IReadOnlyList<(DateOnly First, DateOnly Last)> DaysOff,
    IReadOnlyList<DateOnly> WeekendsWorked)
{
    /// <summary>The years whose notice has been published and entered here. A new year is a new entry, never a guess.</summary>
    public static readonly IReadOnlyList<HolidayTable> Years =
    [
        Of(
            2025,
            ["01-01", "01-28..02-04", "04-04..04-06", "05-01..05-05", "05-31..06-02", "10-01..10-08"],
            ["01-26", "02-08", "04-27", "09-28", "10-11"]),
        Of(
            2026,
            ["01-01..01-03", "02-15..02-23", "04-04..04-06", "05-01..05-05", "06-19..06-21", "09-25..09-27", "10-01..10-07"],
            ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
    ];

    public bool IsWorkingDay(DateOnly day) =>
        WeekendsWorked.Contains(day) ||
        (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) &&
            !DaysOff.Any(span => span.First <= day && day <= span.Last));

    private static HolidayTable Of(int year, string[] daysOff, string[] weekendsWorked) => new(
        year,
        [.. daysOff.Select(span => span.Split("..")).Select(ends => (DayOf(year, ends[0]), DayOf(year, ends[^1])))],
        [.. weekendsWorked.Select(day => DayOf(year, day))]);

    private static DateOnly DayOf(int year, string monthAndDay) =>
        new(year, int.Parse(monthAndDay.AsSpan(0, 2), null), int.Parse(monthAndDay.AsSpan(3, 2), null));
}
