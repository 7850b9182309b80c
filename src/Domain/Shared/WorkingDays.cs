namespace Domain.Shared;

/// <summary>Counts working days (工作日) as the law's deadlines do: the day of receipt does not count (domain.md 9).</summary>
public static class WorkingDays
{
    /// <summary>
    /// The day on which a clock of so many working days ends; or <c>CALENDAR_UNKNOWN_YEAR</c> where it runs into a year whose
    /// holiday notice we do not have. Working days are never worked out from weekdays.
    /// </summary>
    /// <param name="received">The day on which the clock starts, itself not counted.</param>
    /// <param name="workingDays">At least one.</param>
    public static Outcome<DateOnly> After(DateOnly received, int workingDays) => After(received, workingDays, HolidayTable.Years);

    /// <summary>The same by other tables than those that are known today.</summary>
    public static Outcome<DateOnly> After(DateOnly received, int workingDays, IReadOnlyList<HolidayTable> tables)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = received;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (tables.FirstOrDefault(known => known.Year == day.Year) is not { } table)
            {
                return UnknownYear(day.Year);
            }

            left -= table.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static Refusal UnknownYear(int year) => new(
        "CALENDAR_UNKNOWN_YEAR",
        $"The holiday notice of the State Council for {year} is not in the calendar: the day cannot be counted yet.");
}
