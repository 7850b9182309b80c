using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Breaks what was whole: a document at its tokens, bytes at any place.</summary>
internal static class Breakage
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "=", "|", "&", "@", "$", "...", "..", "\"", "\"\"\"", "#", ",", "\uFEFF", "\0", "\\", "\u2028", "é",
        "on", "fragment", "null", "-", "1e", "@skip(if: true)", "...a", "query", "subscription", "{a", "[[", "\"\\u",
    ];

    private static readonly byte[][] Bytes =
    [
        [0x00], [0xFF], [0xFE, 0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE5, 0xBC], [0x80],
        "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), "//"u8.ToArray(), "NaN"u8.ToArray(),
    ];

    /// <summary>The document with one to three faults.</summary>
    public static string Document(string text, Dice dice)
    {
        var broken = new StringBuilder(text);
        for (var left = dice.Between(1, 3); left > 0; left--)
        {
            var at = dice.Below(broken.Length + 1);
            var length = Math.Min(dice.Between(1, 12), broken.Length - at);
            switch (dice.Below(5))
            {
                case 0:
                    broken.Remove(at, length);
                    break;
                case 1:
                    broken.Insert(at, broken.ToString(at, length), dice.Between(1, 3));
                    break;
                case 2:
                    broken.Length = at;
                    break;
                case 3:
                    broken.Insert(at, dice.Pick(Pieces), dice.Pick(2, 40, 3_000));
                    break;
                default:
                    broken.Insert(at, dice.Pick(Pieces));
                    break;
            }
        }

        return broken.ToString();
    }

    /// <summary>The bytes with one to four faults; never longer by much.</summary>
    public static byte[] Of(byte[] whole, Dice dice)
    {
        List<byte> broken = [.. whole];
        for (var left = dice.Between(1, 4); left > 0 && broken.Count > 0; left--)
        {
            var at = dice.Below(broken.Count);
            var length = Math.Min(dice.Between(1, 16), broken.Count - at);
            switch (dice.Below(5))
            {
                case 0:
                    broken[at] ^= (byte)(1 << dice.Below(8));
                    break;
                case 1:
                    broken.RemoveRange(at, length);
                    break;
                case 2:
                    broken.InsertRange(at, broken.GetRange(at, length));
                    break;
                case 3:
                    broken.InsertRange(at, dice.Pick(Bytes));
                    break;
                default:
                    broken.RemoveRange(at, broken.Count - at);
                    break;
            }
        }

        return [.. broken];
    }

    /// <summary>The text in an encoding that need not be UTF-8.</summary>
    public static byte[] Encoded(string text, Dice dice) => dice.Below(24) switch
    {
        0 => Encoding.Unicode.GetBytes(text),
        1 => Encoding.BigEndianUnicode.GetBytes(text),
        2 => Encoding.UTF32.GetBytes(text),
        3 => Encoding.Latin1.GetBytes(text),
        4 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        5 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
