namespace Domain.Shared;

/// <summary>Civil time in China: the one calendar in which days, deadlines and midnights of this product are meant.</summary>
/// <remarks>
/// A fixed offset instead of a time-zone look-up: all of China has kept UTC+8 without summer time since 1991, nothing here
/// turns an older instant into a day, and a host without time-zone data must count the same days.
/// </remarks>
public static class Shanghai
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day that clocks in Shanghai show at that instant; the last one of the calendar for the hours behind it.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => instant.UtcTicks > DateTime.MaxValue.Ticks - Offset.Ticks
        ? DateOnly.MaxValue
        : DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which the day begins. The first day of the calendar begins before there are instants: its first one.</summary>
    public static DateTimeOffset MidnightOf(DateOnly day) => day == DateOnly.MinValue
        ? DateTimeOffset.MinValue
        : new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
