using System.Security.Cryptography;
using System.Text;
using Domain.Persons;

namespace Persistence.Encryption;

/// <summary>Keyed digests for equality look-ups on encrypted values: key id, suite id, 16 bytes of HMAC.</summary>
public sealed class BlindIndex(KeyRing keys)
{
    private const byte HmacSha256Suite = 1;
    private const int DigestSize = 16;

    public byte[] OfIdNumber(IdNumber number) => Of("id-number", number.Value);

    public byte[] OfPhone(string phone) => Of("phone", phone);

    /// <summary>The weak key of domain.md 8.2.</summary>
    public byte[] OfWeakKey(string foldedName, PartialDate birthDate, string? hukouCommunityCode) =>
        Of("weak", $"{foldedName}\n{birthDate.Text}\n{hukouCommunityCode}");

    public byte[] OfMessageId(string client, string messageId) => Of("message-id", $"{client}\n{messageId}");

    public byte[] OfContent(ReadOnlySpan<byte> content) => Of("content", content);

    private byte[] Of(string use, string value) => Of(use, Encoding.UTF8.GetBytes(value));

    private byte[] Of(string use, ReadOnlySpan<byte> value)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.KeyOf(keys.Current));
        hmac.AppendData(Encoding.UTF8.GetBytes(use + "\0"));
        hmac.AppendData(value);
        Span<byte> full = stackalloc byte[32];
        hmac.GetHashAndReset(full);
        var digest = new byte[2 + DigestSize];
        digest[0] = keys.Current;
        digest[1] = HmacSha256Suite;
        full[..DigestSize].CopyTo(digest.AsSpan(2));
        return digest;
    }
}
