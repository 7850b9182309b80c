using System.Globalization;
using System.Text;
using Domain.Shared;

namespace Domain.Persons;

/// <summary>Names of people: how they are read, and how two of them are made comparable (domain.md 3.3).</summary>
/// <remarks>
/// Everything counts in code points: characters beyond the basic plane (𠮷) and private-use codes of old systems are names
/// too. A stored name stays as its source wrote it, in Unicode NFC; the folded form stands beside it for matching only.
/// </remarks>
public static class PersonName
{
    /// <summary>Longest name that is taken, in code points.</summary>
    public const int MaxLength = 100;

    /// <summary>The one dot that minority names are written with (民委发〔2016〕33号).</summary>
    internal const char Dot = '·';

    /// <summary>Reads a name that somebody sent: trimmed, in NFC.</summary>
    public static PersonNameReading Read(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length == 0)
        {
            return PersonNameReading.Refused(PersonFindings.NameEmpty);
        }

        if (trimmed.EnumerateRunes().Any(IsRefused))
        {
            return PersonNameReading.Refused(PersonFindings.NameCharacter);
        }

        var name = trimmed.Normalize(NormalizationForm.FormC);
        return name.EnumerateRunes().Count() > MaxLength
            ? PersonNameReading.Refused(PersonFindings.NameLong)
            : PersonNameReading.Of(name);
    }

    /// <summary>The form in which two names are compared; folding it again changes nothing.</summary>
    /// <remarks>
    /// Every dot becomes U+00B7 without spaces around it, full-width forms become half-width, the rest goes to NFC. Case and
    /// other spaces between characters stay: the sources do not vary in them, and a fold that goes too far joins two persons.
    /// </remarks>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var pendingSpaces = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpaces++;
                continue;
            }

            var isDot = IsDot(rune);
            if (folded.Length > 0 && !isDot && folded[^1] != Dot)
            {
                folded.Append(' ', pendingSpaces);
            }

            pendingSpaces = 0;
            Append(folded, isDot, rune);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The dots that sources write between the parts of a name; U+0387 is what NFC makes a U+00B7 of.</summary>
    internal static bool IsDot(Rune rune) =>
        rune.Value is Dot or '.' or '\u0387' or '\u2022' or '\u2027' or '\u30FB' or '\uFF0E';

    private static void Append(StringBuilder folded, bool isDot, Rune rune)
    {
        if (isDot)
        {
            folded.Append(Dot);
        }
        else if (rune.Value == '\uFFFE')
        {
            // No character at all, and the one that normalisation refuses.
            folded.Append('\uFFFD');
        }
        else if (rune.IsBmp)
        {
            folded.Append(NumberText.ToHalfWidth((char)rune.Value));
        }
        else
        {
            folded.Append(rune.ToString());
        }
    }

    /// <summary>
    /// Control characters; marks that turn the writing direction, which make a name look like another; and U+FFFD, which
    /// stands where a lone surrogate or a broken conversion lost a character.
    /// </summary>
    private static bool IsRefused(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator ||
        rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFFFD or 0xFFFE or 0xFFFF;
}

/// <summary>What came of reading a name: the name in NFC, or the one finding that says why there is none.</summary>
public readonly record struct PersonNameReading
{
    private PersonNameReading(string? name, IReadOnlyList<Finding> findings)
    {
        Name = name;
        Findings = findings;
    }

    public string? Name { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsAccepted => Name is not null;

    internal static PersonNameReading Of(string name) => new(name, []);

    internal static PersonNameReading Refused(Finding finding) => new(null, [finding]);

    /// <summary>Says what the value is, never what it contains.</summary>
    public override string ToString() => "PersonNameReading";
}
