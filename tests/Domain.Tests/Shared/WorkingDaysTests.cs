using Domain.Shared;

namespace Domain.Tests.Shared;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2025-09-26", 1, "2025-09-28")]
    [InlineData("2025-09-26", 10, "2025-10-16")]
    [InlineData("2025-09-26", 20, "2025-10-30")]
    [InlineData("2025-09-30", 1, "2025-10-09")]
    [InlineData("2025-09-30", 10, "2025-10-21")]
    [InlineData("2025-09-30", 20, "2025-11-04")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2025-12-31", 10, "2026-01-15")]
    [InlineData("2025-12-31", 20, "2026-01-29")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-14", 10, "2026-03-06")]
    [InlineData("2026-02-14", 20, "2026-03-20")]
    [InlineData("2026-09-18", 1, "2026-09-20")]
    [InlineData("2026-09-18", 10, "2026-10-09")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-12-03", 1, "2026-12-04")]
    [InlineData("2026-12-03", 10, "2026-12-17")]
    [InlineData("2026-12-03", 20, "2026-12-31")]
    [InlineData("2026-12-04", 1, "2026-12-07")]
    [InlineData("2026-12-04", 10, "2026-12-18")]
    public void Working_days_are_counted_by_the_holiday_notice(string received, int count, string expected)
    {
        Assert.True(WorkingDays.After(Day(received), count).Succeeded(out var day, out _));
        Assert.Equal(Day(expected), day);
    }

    [Theory]
    [InlineData("2026-12-04", 20)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2024-06-03", 1)]
    public void A_clock_that_runs_into_an_unknown_year_is_refused_loudly(string received, int count)
    {
        Assert.False(WorkingDays.After(Day(received), count).Succeeded(out _, out var refusal));
        Assert.Equal("CALENDAR_UNKNOWN_YEAR", refusal.Code);
    }

    [Theory]
    [InlineData("2024-02-28", 1)]
    [InlineData("2024-02-29", 20)]
    [InlineData("2025-12-31", 249)]
    [InlineData("2027-01-04", 1)]
    public void A_leap_day_or_a_year_end_is_no_way_around_the_calendar(string received, int count) =>
        Assert.False(WorkingDays.After(Day(received), count).Succeeded(out _, out _));

    [Theory]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2028-02-29", 1, "2028-03-01")]
    [InlineData("2028-02-25", 2, "2028-02-29")]
    [InlineData("2028-02-25", 3, "2028-03-01")]
    public void A_leap_day_is_a_day_like_any_other_once_its_year_is_known(string received, int count, string expected)
    {
        var leapYear = new HolidayTable(2028, [], []);

        Assert.True(WorkingDays.After(Day(received), count, [.. HolidayTable.Years, leapYear]).Succeeded(out var day, out _));
        Assert.Equal(Day(expected), day);
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Each_known_year_has_248_working_days(int year)
    {
        var table = HolidayTable.Years.Single(known => known.Year == year);
        var first = new DateOnly(year, 1, 1);

        Assert.Equal(248, Enumerable.Range(0, 365).Count(day => table.IsWorkingDay(first.AddDays(day))));
    }

    [Fact]
    public void A_made_up_working_day_is_always_a_weekend_day_of_its_own_year() => Assert.All(
        HolidayTable.Years,
        table => Assert.All(table.WeekendsWorked, day =>
        {
            Assert.Equal(table.Year, day.Year);
            Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
