using Domain.Persons;

namespace Persistence.Register;

/// <summary>An invented certificate: category, level, components, dates and status that agree with each other.</summary>
/// <remarks><c>Components</c> reads <c>4:2,5:3</c>: category and level of each, in the order of the categories; null for one.</remarks>
internal sealed record SyntheticCertificate(
    DisabilityCategory Category,
    int Level,
    string? Components,
    DateOnly IssuedOn,
    DateOnly ValidUntil,
    CertificateStatus Status,
    int Replacements,
    bool NeedsGuardian)
{
    private const int ValidYears = 10;
    private const int ExpiredPerMille = 40;
    private const int LostPerMille = 4;
    private const int ReplacedPerMille = 25;

    // How many days a certificate in the register has been over at most: older ones were cancelled long ago.
    private const int LongestExpired = 700;

    private static readonly (DisabilityCategory Value, int Weight)[] Categories =
    [
        (DisabilityCategory.Visual, 13), (DisabilityCategory.Hearing, 17), (DisabilityCategory.Speech, 3),
        (DisabilityCategory.Physical, 44), (DisabilityCategory.Intellectual, 9), (DisabilityCategory.Mental, 9),
        (DisabilityCategory.Multiple, 5),
    ];

    private static readonly (int Value, int Weight)[] Levels = [(1, 14), (2, 28), (3, 26), (4, 32)];

    public bool IsSevere => Level <= 2;

    public static SyntheticCertificate Of(Dice dice, DateOnly birthDate, DateOnly today, bool isFirst)
    {
        var category = isFirst ? DisabilityCategory.Physical : dice.Pick(Categories);
        var components = category == DisabilityCategory.Multiple ? ComponentsOf(dice) : [(category, dice.Pick(Levels))];
        var level = components.Min(component => component.Level);
        var tenYearsAgo = today.AddYears(-ValidYears);
        var isExpired = !isFirst && birthDate.AddDays(LongestExpired) < tenYearsAgo && dice.PerMille(ExpiredPerMille);
        var days = today.DayNumber - (birthDate > tenYearsAgo ? birthDate : tenYearsAgo).DayNumber;
        var issuedOn = isExpired ? tenYearsAgo.AddDays(-1 - dice.Next(LongestExpired)) : today.AddDays(-dice.Next(Math.Max(days, 1)));
        var status = isExpired ? CertificateStatus.Expired
            : !isFirst && dice.PerMille(LostPerMille) ? CertificateStatus.Lost
            : CertificateStatus.Active;
        return new SyntheticCertificate(
            category,
            level,
            components.Count == 1 ? null : string.Join(',', components.Select(part => $"{(int)part.Category}:{part.Level}")),
            issuedOn,
            issuedOn.AddYears(ValidYears),
            status,
            dice.PerMille(ReplacedPerMille) ? 1 + dice.Next(2) : 0,
            components.Any(part => part.Category is DisabilityCategory.Intellectual or DisabilityCategory.Mental));
    }

    private static List<(DisabilityCategory Category, int Level)> ComponentsOf(Dice dice)
    {
        var count = dice.PerMille(850) ? 2 : 3;
        var parts = new SortedDictionary<DisabilityCategory, int>();
        while (parts.Count < count)
        {
            var category = dice.Pick(Categories);
            if (category != DisabilityCategory.Multiple)
            {
                parts.TryAdd(category, dice.Pick(Levels));
            }
        }

        return [.. parts.Select(part => (part.Key, part.Value))];
    }
}
