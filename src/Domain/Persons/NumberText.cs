namespace Domain.Persons;

/// <summary>How numbers that people typed are made comparable, and no more than that: a number is never repaired.</summary>
internal static class NumberText
{
    /// <summary>Distance of the full-width forms U+FF01 to U+FF5E from ASCII.</summary>
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Trims, makes full-width characters half-width, and writes <c>x</c> as <c>X</c> (domain.md 3.1).</summary>
    public static string Normalise(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var character in trimmed)
        {
            if (Normalise(character) != character)
            {
                return string.Create(trimmed.Length, trimmed, static (target, source) =>
                {
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = Normalise(source[i]);
                    }
                });
            }
        }

        return text is null || trimmed.Length == text.Length ? text ?? "" : trimmed.ToString();
    }

    /// <summary>The ASCII form of a full-width character; every other character as it is.</summary>
    public static char ToHalfWidth(char character) =>
        character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - FullWidthOffset) : character;

    /// <summary>True for text of ASCII digits only: other scripts' digits are no digits of a number.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static char Normalise(char character) =>
        ToHalfWidth(character) switch { 'x' => 'X', var half => half };
}
