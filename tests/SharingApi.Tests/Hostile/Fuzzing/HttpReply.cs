using System.Globalization;
using System.Text;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>An HTTP answer taken apart; null parts where it has not come yet.</summary>
internal sealed record HttpReply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool IsWhole, int End)
{
    private static readonly byte[] HeadEnd = [.. "\r\n\r\n"u8];

    public string MediaType => Headers.GetValueOrDefault("content-type", "").Split(';')[0];

    /// <summary>The first answer in the bytes that is not an interim one; null where its head is not whole.</summary>
    public static HttpReply? Read(ReadOnlySpan<byte> bytes, int start = 0)
    {
        var length = bytes[start..].IndexOf(HeadEnd);
        if (length < 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes.Slice(start, length)).Split("\r\n");
        var status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
        var bodyStart = start + length + HeadEnd.Length;
        if (status == 100)
        {
            return Read(bytes, bodyStart);
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return WithBody(status, headers, bytes, bodyStart);
    }

    /// <summary>Whether the server said only that it is ready to read on (RFC 9110, 15.2.1): nothing is answered yet.</summary>
    public static bool IsInterimOnly(ReadOnlySpan<byte> bytes)
    {
        while (bytes.StartsWith("HTTP/1.1 100 "u8) && bytes.IndexOf(HeadEnd) is var end and >= 0)
        {
            bytes = bytes[(end + HeadEnd.Length)..];
            if (bytes.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static HttpReply WithBody(int status, Dictionary<string, string> headers, ReadOnlySpan<byte> bytes, int start)
    {
        if (headers.TryGetValue("content-length", out var said))
        {
            var length = int.Parse(said, CultureInfo.InvariantCulture);
            var isWhole = bytes.Length - start >= length;
            return new(status, headers, bytes.Slice(start, Math.Min(length, bytes.Length - start)).ToArray(), isWhole, start + length);
        }

        if (!headers.ContainsKey("transfer-encoding"))
        {
            return new(status, headers, bytes[start..].ToArray(), status is 101 or 204 or 304, start);
        }

        List<byte> body = [];
        while (bytes[start..].IndexOf("\r\n"u8) is var end and >= 0)
        {
            var length = int.Parse(bytes.Slice(start, end), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            start += end + 2;
            if (length == 0)
            {
                return new(status, headers, [.. body], true, start + 2);
            }

            body.AddRange(bytes.Slice(start, Math.Min(length, bytes.Length - start)));
            start = Math.Min(bytes.Length, start + length + 2);
        }

        return new(status, headers, [.. body], false, start);
    }
}
