using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SharingApi.Graph.Documents;

/// <summary>SHA-256 of a document's text: the same id that persisted operations have.</summary>
internal readonly record struct DocumentKey(UInt128 First, UInt128 Second)
{
    private const int Digits = 64;

    public static DocumentKey Of(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            Span<UInt128> hash = stackalloc UInt128[2];
            SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), MemoryMarshal.AsBytes(hash));
            return new(hash[0], hash[1]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
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
