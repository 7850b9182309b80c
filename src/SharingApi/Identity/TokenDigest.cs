using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SharingApi.Identity;

/// <summary>SHA-256 of a token: a key that tells nothing of it, should the memory be read.</summary>
internal readonly record struct TokenDigest(UInt128 High, UInt128 Low)
{
    public static TokenDigest Of(ReadOnlySpan<char> token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token), digest);
        var halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return new TokenDigest(halves[0], halves[1]);
    }
}
