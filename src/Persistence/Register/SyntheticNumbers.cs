using Domain.Persons;

namespace Persistence.Register;

/// <summary>ID numbers in the area 530199, which no division bears: valid, and nobody's.</summary>
/// <remarks>Each is given once; the register plans its shared numbers (重号) itself.</remarks>
internal sealed class SyntheticNumbers(long seed)
{
    public const string Area = "530199";

    private const int PerDayAndSex = 499;

    // Prime to 499: the sequence runs through every number of a day without looking like counting.
    private const int Stride = 197;

    private readonly Dictionary<(DateOnly Day, Sex Sex), int> _given = [];

    /// <summary>A number for somebody born on that day; null when the day has no more.</summary>
    public IdNumber? Next(DateOnly birthDate, Sex sex)
    {
        var given = _given.GetValueOrDefault((birthDate, sex));
        if (given == PerDayAndSex)
        {
            return null;
        }

        _given[(birthDate, sex)] = given + 1;
        var start = new Dice(seed, -birthDate.DayNumber).Next(PerDayAndSex);
        var place = (start + (given * Stride)) % PerDayAndSex;
        return IdNumber.Compose(Area, birthDate, sex == Sex.Male ? (place * 2) + 1 : (place * 2) + 2);
    }
}
