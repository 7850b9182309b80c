using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SharingApi.Graph.Documents;

/// <summary>SHA-256 of a document's text: the same id that persisted operations have.</summary>
internal readonly record struct DocumentKey(UInt128 First, UInt128 Second)
{
    private const int Digits = 64;
    private const int BytesAtOnce = 4 * 1024;

    public static DocumentKey Of(string text)
    {
        Span<byte> bytes = stackalloc byte[BytesAtOnce];
        Span<UInt128> hash = stackalloc UInt128[2];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var length))
        {
            SHA256.HashData(bytes[..length], MemoryMarshal.AsBytes(hash));
        }
        else
        {
            HashInParts(text, bytes, hash);
        }

        return new(hash[0], hash[1]);
    }

    // A text of a megabyte must not take three more, which a pool would keep.
    private static void HashInParts(ReadOnlySpan<char> text, Span<byte> bytes, Span<UInt128> hash)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoder = Encoding.UTF8.GetEncoder();
        var isWhole = false;
        while (!isWhole)
        {
            encoder.Convert(text, bytes, flush: true, out var used, out var length, out isWhole);
            sum.AppendData(bytes[..length]);
            text = text[used..];
        }

        sum.GetHashAndReset(MemoryMarshal.AsBytes(hash));
    }

    /// <summary>Reads sixty-four lower-case hexadecimal digits, and nothing else.</summary>
    public static bool TryParse(string text, out DocumentKey key)
    {
        Span<UInt128> hash = stackalloc UInt128[2];
        var isHash = text.Length == Digits && !text.AsSpan().ContainsAnyInRange('A', 'F') &&
            Convert.FromHexString(text, MemoryMarshal.AsBytes(hash), out _, out _) == OperationStatus.Done;
        key = isHash ? new(hash[0], hash[1]) : default;
        return isHash;
    }

    /// <summary>Sixty-four lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<UInt128> hash = [First, Second];
        return Convert.ToHexStringLower(MemoryMarshal.AsBytes(hash));
    }
}
