namespace Persistence.Register;

/// <summary>Ages of holders: few children, most past sixty.</summary>
internal static class SyntheticAges
{
    private static readonly (int Value, int Weight)[] Decades =
    [
        (0, 15), (10, 35), (20, 60), (30, 85), (40, 125), (50, 190), (60, 210), (70, 180), (80, 88), (90, 12),
    ];

    /// <summary>A birth date at most a hundred years and never less than nothing ago.</summary>
    /// <param name="dice">What chance decides.</param>
    /// <param name="today">The day of the founding.</param>
    /// <param name="isFirst">The first person of a register is a grown-up, who can look at their own data.</param>
    public static DateOnly BirthDate(Dice dice, DateOnly today, bool isFirst)
    {
        var age = (isFirst ? 40 : dice.Pick(Decades)) + dice.Next(10);
        return today.AddYears(-age).AddDays(-dice.Next(365));
    }

    /// <summary>Full years of life on a day.</summary>
    public static int On(DateOnly day, DateOnly birthDate)
    {
        var years = day.Year - birthDate.Year;
        return birthDate.AddYears(years) > day ? years - 1 : years;
    }
}
