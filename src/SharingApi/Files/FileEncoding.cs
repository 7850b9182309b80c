using System.Text;

namespace SharingApi.Files;

/// <summary>The encoding of a file that somebody exported: UTF-8, with or without a mark, or GB 18030.</summary>
internal static class FileEncoding
{
    private const int LinesLookedAt = 10_000;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Finds the encoding and leaves the stream where the text begins.</summary>
    /// <remarks>
    /// A mark decides. Without one, the lines that are not plain ASCII vote: text of one encoding is hardly ever text of the
    /// other, and a few damaged lines must not turn a whole file.
    /// </remarks>
    public static Encoding Of(Stream file)
    {
        if (StartsWith(file, Utf8Mark))
        {
            file.Position = Utf8Mark.Length;
            return Utf8;
        }

        file.Position = 0;
        var (asUtf8, notUtf8) = (0, 0);
        var lines = new LineReader(file);
        for (var i = 0; i < LinesLookedAt && lines.Next() is { } line; i++)
        {
            if (line.Bytes is { } bytes && !Ascii.IsValid(bytes))
            {
                _ = System.Text.Unicode.Utf8.IsValid(bytes) ? asUtf8++ : notUtf8++;
            }
        }

        file.Position = 0;
        return notUtf8 > asUtf8 ? Gb18030 : Utf8;
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static bool StartsWith(Stream file, ReadOnlySpan<byte> mark)
    {
        Span<byte> start = stackalloc byte[mark.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(mark);
    }

    /// <summary>The text of the bytes, or null where they are none in this encoding.</summary>
    public static string? TextOrNull(this Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
