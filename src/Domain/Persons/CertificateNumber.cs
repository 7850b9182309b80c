using System.Globalization;
using Domain.Shared;

namespace Domain.Persons;

/// <summary>The number on a disability certificate (残疾人证号): ID number, category, level, and <c>Bn</c> after the n-th loss.</summary>
/// <remarks>
/// It changes whenever category, level or ID number do, so it is no key and is never stored whole. It contains the ID number,
/// birth date, sex, category and level: who may see it must have the right to all of them.
/// </remarks>
public readonly record struct CertificateNumber
{
    /// <summary>Characters of a number without a replacement.</summary>
    public const int PlainLength = 20;

    /// <summary>Characters of the longest number: <c>B</c> and three digits more.</summary>
    public const int MaxLength = PlainLength + 4;

    private const char ReplacementMark = 'B';

    private CertificateNumber(IdNumber idNumber, DisabilityCategory category, int level, int replacements)
    {
        IdNumber = idNumber;
        Category = category;
        Level = level;
        Replacements = replacements;
    }

    public IdNumber IdNumber { get; }

    public DisabilityCategory Category { get; }

    /// <summary>1, most severe, to 4.</summary>
    public int Level { get; }

    /// <summary>How often the certificate was replaced after a loss; 0 for never.</summary>
    public int Replacements { get; }

    public string Text => Compose(IdNumber, Category, Level, Replacements);

    /// <summary>Reads a number that somebody sent.</summary>
    public static CertificateNumberReading Read(string? text, IdNumberRules rules) => Read(text, rules, bareMark: null);

    /// <summary>Reads a number of an old archive, where a bare <c>B</c> was printed for the first replacement.</summary>
    public static CertificateNumberReading ReadArchive(string? text, IdNumberRules rules) => Read(text, rules, bareMark: 1);

    /// <summary>The text of a number, made of what the register holds.</summary>
    public static string Compose(IdNumber idNumber, DisabilityCategory category, int level, int replacements)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Compose(idNumber.Value, category, level, replacements, text)]);
    }

    /// <summary>Writes the text into a buffer of <see cref="MaxLength"/>: for readers that make thousands a second.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Compose(
        ReadOnlySpan<char> idNumber, DisabilityCategory category, int level, int replacements, Span<char> destination)
    {
        idNumber.CopyTo(destination);
        destination[IdNumber.Length] = (char)('0' + (int)category);
        destination[IdNumber.Length + 1] = (char)('0' + level);
        if (replacements == 0)
        {
            return PlainLength;
        }

        destination[PlainLength] = ReplacementMark;
        return replacements.TryFormat(destination[(PlainLength + 1)..], out var digits, default, CultureInfo.InvariantCulture)
            ? PlainLength + 1 + digits
            : throw new ArgumentOutOfRangeException(nameof(replacements), "A certificate is replaced at most 999 times.");
    }

    /// <summary>What in the number contradicts the person's ID number and the certificate (domain.md 3.2).</summary>
    public IReadOnlyList<Finding> CompareWith(IdNumber idNumber, DisabilityCategory category, int level)
    {
        var findings = new List<Finding>(3);
        if (IdNumber != idNumber)
        {
            findings.Add(PersonFindings.CertificateIdMismatch);
        }

        if (Category != category)
        {
            findings.Add(PersonFindings.CertificateCategoryMismatch);
        }

        if (Level != level)
        {
            findings.Add(PersonFindings.CertificateLevelMismatch);
        }

        return findings;
    }

    /// <summary>What is wrong with this as the number of the next replacement, or null.</summary>
    /// <param name="replacementsSoFar">The count on the certificate that is being replaced.</param>
    public Finding? CompareWithLast(int replacementsSoFar) =>
        Replacements == replacementsSoFar + 1 ? null : PersonFindings.CertificateReplacementOrder;

    /// <summary>Says what the value is, never what it contains.</summary>
    public override string ToString() => "CertificateNumber";

    private static CertificateNumberReading Read(string? text, IdNumberRules rules, int? bareMark)
    {
        var number = NumberText.Normalise(text);
        if (number.Length < PlainLength || (number.Length > PlainLength && number[PlainLength] != ReplacementMark))
        {
            return CertificateNumberReading.Refused([PersonFindings.CertificateShape]);
        }

        var id = IdNumber.Read(number[..IdNumber.Length], rules);
        var findings = new List<Finding>(id.Findings);
        var category = number[IdNumber.Length] - '0';
        if (category is < 1 or > 7)
        {
            findings.Add(PersonFindings.CertificateCategory);
        }

        var level = number[IdNumber.Length + 1] - '0';
        if (level is < 1 or > 4)
        {
            findings.Add(PersonFindings.CertificateLevel);
        }

        var replacements = ReplacementsOf(number.AsSpan(PlainLength), bareMark);
        if (replacements is null)
        {
            findings.Add(PersonFindings.CertificateReplacement);
        }

        return id.Number is { } idNumber && findings.TrueForAll(finding => finding.Severity != Severity.Error)
            ? CertificateNumberReading.Of(new(idNumber, (DisabilityCategory)category, level, replacements!.Value), findings)
            : CertificateNumberReading.Refused(findings);
    }

    /// <summary>The count in a suffix such as <c>B2</c>: 0 for no suffix, null for one that is wrong.</summary>
    private static int? ReplacementsOf(ReadOnlySpan<char> suffix, int? bareMark)
    {
        if (suffix.IsEmpty)
        {
            return 0;
        }

        var digits = suffix[1..];
        if (digits.IsEmpty)
        {
            return bareMark;
        }

        return digits.Length <= 3 && digits[0] != '0' && NumberText.IsDigits(digits)
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }
}

/// <summary>What came of reading a certificate number: the number, or why there is none, and whatever is worth a remark.</summary>
public sealed record CertificateNumberReading
{
    private CertificateNumberReading(CertificateNumber? number, IReadOnlyList<Finding> findings)
    {
        Number = number;
        Findings = findings;
    }

    /// <summary>The number, unless an error was found.</summary>
    public CertificateNumber? Number { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>True where no finding is an error.</summary>
    public bool IsAccepted => Number is not null;

    internal static CertificateNumberReading Of(CertificateNumber number, IReadOnlyList<Finding> findings) =>
        new(number, findings);

    internal static CertificateNumberReading Refused(IReadOnlyList<Finding> findings) => new(null, findings);
}
