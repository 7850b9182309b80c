using System.Globalization;
using Domain.Shared;

namespace Domain.Persons;

/// <summary>A citizen ID number (公民身份号码, GB 11643-1999): 18 characters, normalised.</summary>
/// <remarks>
/// Division of first registration, birth date, sequence (odd: male), check character. The check catches every single wrong
/// digit and every swap of neighbours, not every double error: a valid number is no proof of identity.
/// </remarks>
public readonly record struct IdNumber
{
    public const int Length = 18;

    /// <summary>Not an assigned division: every invented person of this product carries it.</summary>
    public const string SyntheticAreaCode = "530199";

    private const int LegacyLength = 15;
    private const int AreaLength = 6;

    /// <summary>ISO 7064 MOD 11-2 as the standard prints it: one weight for each of the 17 digits.</summary>
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _value;

    private IdNumber(string value) => _value = value;

    /// <summary>The eighteen characters, the last a digit or <c>X</c>.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An ID number that was never read has no value.");

    /// <summary>Six digits: where the person was first registered. Says nothing about where the person is registered now.</summary>
    public string AreaCode => Value[..AreaLength];

    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(AreaLength, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Reads a number that somebody sent.</summary>
    public static IdNumberReading Read(string? text, IdNumberRules rules)
    {
        var number = NumberText.Normalise(text);
        if (number.Length == LegacyLength && NumberText.IsDigits(number))
        {
            return IdNumberReading.Refused(PersonFindings.IdLegacy15);
        }

        return ReadNormalised(number, rules, isDerived: false);
    }

    /// <summary>Reads a 15-digit number of an old archive: the century is put in and the check character computed.</summary>
    /// <returns>A number to be shown as derived, never as given.</returns>
    public static IdNumberReading ConvertLegacy(string? text, IdNumberRules rules)
    {
        var legacy = NumberText.Normalise(text);
        if (legacy.Length != LegacyLength || !NumberText.IsDigits(legacy))
        {
            return IdNumberReading.Refused(PersonFindings.IdShape);
        }

        var seventeen = string.Concat(legacy.AsSpan(0, AreaLength), "19", legacy.AsSpan(AreaLength));
        return ReadNormalised(seventeen + CheckCharacterOf(seventeen), rules, isDerived: true);
    }

    /// <summary>Makes the number of its parts; the check character is computed.</summary>
    /// <param name="areaCode">Six digits.</param>
    /// <param name="birthDate">The day that goes into the number.</param>
    /// <param name="sequence">0 to 999; odd for a man.</param>
    public static IdNumber Compose(string areaCode, DateOnly birthDate, int sequence)
    {
        if (areaCode.Length != AreaLength || !NumberText.IsDigits(areaCode))
        {
            throw new ArgumentException("A division code has six digits.", nameof(areaCode));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);

        return new(string.Create(Length, (areaCode, birthDate, sequence), static (text, parts) =>
        {
            parts.areaCode.CopyTo(text);
            parts.birthDate.TryFormat(text[AreaLength..], out _, "yyyyMMdd", CultureInfo.InvariantCulture);
            parts.sequence.TryFormat(text[14..], out _, "000", CultureInfo.InvariantCulture);
            text[17] = CheckCharacterOf(text[..17]);
        }));
    }

    /// <summary>The character that must follow these seventeen digits.</summary>
    public static char CheckCharacterOf(ReadOnlySpan<char> seventeen)
    {
        if (seventeen.Length != Weights.Length || !NumberText.IsDigits(seventeen))
        {
            throw new ArgumentException("Seventeen digits are needed.", nameof(seventeen));
        }

        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (seventeen[i] - '0') * Weights[i];
        }

        return "10X98765432"[sum % 11];
    }

    /// <summary>Takes back a number that was validated before it was stored.</summary>
    public static IdNumber FromStore(string value) => new(value);

    /// <summary>What speaks against this being the number of a person of that sex and birth date, where these are stated.</summary>
    public IReadOnlyList<Finding> CompareWith(Sex? sex, PartialDate? birthDate)
    {
        var findings = new List<Finding>(2);
        if (sex is { } statedSex && statedSex != Sex)
        {
            findings.Add(PersonFindings.IdSexMismatch);
        }

        if (birthDate is { } statedDate && !statedDate.AgreesWith(PartialDate.Of(BirthDate)))
        {
            findings.Add(PersonFindings.IdBirthMismatch);
        }

        return findings;
    }

    /// <summary>Says what the value is, never what it contains: safe in logs and debuggers.</summary>
    public override string ToString() => "IdNumber";

    private static IdNumberReading ReadNormalised(string number, IdNumberRules rules, bool isDerived)
    {
        if (number.Length != Length || !NumberText.IsDigits(number.AsSpan(0, 17)) || number[17] is not (>= '0' and <= '9' or 'X'))
        {
            return IdNumberReading.Refused(PersonFindings.IdShape);
        }

        var findings = new List<Finding>();
        if (AreaCodes.FindingOn(number[..AreaLength], rules.AllowSyntheticArea) is { } area)
        {
            findings.Add(area);
        }

        if (!IsPossibleBirthDate(number.AsSpan(AreaLength, 8), rules.Today))
        {
            findings.Add(PersonFindings.IdDate);
        }

        if (number[17] != CheckCharacterOf(number.AsSpan(0, 17)))
        {
            findings.Add(PersonFindings.IdCheck);
        }

        return IdNumberReading.Of(new IdNumber(number), isDerived, findings);
    }

    private static bool IsPossibleBirthDate(ReadOnlySpan<char> eight, DateOnly today) =>
        DateOnly.TryParseExact(eight, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) &&
        day.Year >= 1900 && day <= today;
}
