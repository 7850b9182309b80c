using System.Globalization;
using CsCheck;
using Domain.Shared;

namespace Domain.Tests.Shared;

public sealed class ShanghaiTests
{
    [Theory]
    [InlineData("2026-05-01T15:59:59Z", "2026-05-01")]
    [InlineData("2026-05-01T16:00:00Z", "2026-05-02")]
    [InlineData("2026-05-01T23:00:00-05:00", "2026-05-02")]
    [InlineData("2026-05-02T00:00:00+08:00", "2026-05-02")]
    public void The_day_is_the_one_in_Shanghai(string instant, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            Shanghai.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_ends_of_the_calendar_are_days_too()
    {
        Assert.Equal(DateTimeOffset.MinValue, Shanghai.MidnightOf(DateOnly.MinValue));
        Assert.Equal(DateOnly.MaxValue, Shanghai.DayOf(DateTimeOffset.MaxValue));
        Assert.Equal(DateOnly.MaxValue, Shanghai.DayOf(new DateTimeOffset(9999, 12, 31, 15, 59, 59, TimeSpan.Zero)));
    }

    [Fact]
    public void A_day_begins_at_its_midnight_and_not_a_tick_earlier() =>
        Gen.Int[DateOnly.MinValue.DayNumber + 1, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
            Shanghai.DayOf(Shanghai.MidnightOf(day)) == day &&
            Shanghai.DayOf(Shanghai.MidnightOf(day).AddTicks(-1)) == day.AddDays(-1));

    [Fact]
    public void The_fixed_offset_is_the_one_of_the_time_zone_since_1992()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Assert.All(
            Enumerable.Range(0, 40 * 12).Select(month => Shanghai.MidnightOf(new DateOnly(1992, 1, 1).AddMonths(month))),
            midnight => Assert.Equal(Shanghai.Offset, zone.GetUtcOffset(midnight)));
    }
}
