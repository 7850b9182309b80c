using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SharingApi.Graph.Execution;

/// <summary>
/// Escapes what JSON itself demands and nothing else, so that names in any script leave as they are stored. The framework's
/// encoders all write characters beyond U+FFFF, which some names have, as two escapes.
/// </summary>
/// <remarks>For responses that are never part of an HTML page: the content type says so.</remarks>
internal sealed class PlainJson : JavaScriptEncoder
{
    private const string MustBeEscaped =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\";

    /// <summary>How every writer of responses writes.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = new PlainJson(), SkipValidation = true };

    private static readonly SearchValues<char> Characters = SearchValues.Create(MustBeEscaped);
    private static readonly SearchValues<byte> Bytes = SearchValues.Create(Encoding.ASCII.GetBytes(MustBeEscaped));

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var escaped = span.IndexOfAny(Characters);
        var surrogate = span.IndexOfAnyInRange('\uD800', '\uDFFF');
        return surrogate < 0 || (escaped >= 0 && escaped < surrogate) ? escaped : FirstBeside(span, surrogate, escaped);
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        // What is not UTF-8 is mended by the base class, one replacement character for each fault.
        return Utf8.IsValid(utf8Text) ? utf8Text.IndexOfAny(Bytes) : base.FindFirstCharacterToEncodeUtf8(utf8Text);
    }

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(target, out numberOfCharactersWritten);
        }

        return ShortEscapeOf(unicodeScalar) is { } letter
            ? target.TryWrite($"\\{letter}", out numberOfCharactersWritten)
            : target.TryWrite($"\\u{unicodeScalar:X4}", out numberOfCharactersWritten);
    }

    /// <summary>The first half of a surrogate pair without its other half, or else the first character that must be escaped.</summary>
    private static int FirstBeside(ReadOnlySpan<char> text, int surrogate, int escaped)
    {
        for (var at = surrogate; at < text.Length && (escaped < 0 || at < escaped); at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return at;
            }

            at++;
        }

        return escaped;
    }

    private static char? ShortEscapeOf(int character) => character switch
    {
        '"' => '"',
        '\\' => '\\',
        '\b' => 'b',
        '\f' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        _ => null,
    };
}
