using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Domain.Persons;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Persistence.Encryption;

/// <summary>
/// Keyed digests for equality look-ups on encrypted values: key id, suite id, 16 bytes of HMAC. Any number of threads may
/// use it at once.
/// </summary>
/// <remarks>
/// <c>Of…</c> makes the digest that is stored. A look-up asks for <c>AllOf…</c>: the digests of the value under every key of
/// the ring and both suites, the current one first, so that a value stored before a rotation is still found.
/// </remarks>
public sealed class BlindIndex
{
    /// <summary>Bytes in a digest.</summary>
    public const int Size = 2 + DigestSize;

    private const int DigestSize = 16;
    private const int OnStack = 256;

    private readonly Digester[] _digesters;

    /// <param name="keys">Keys of stored digests, one of them for new ones.</param>
    /// <param name="suite">The algorithm of new digests.</param>
    public BlindIndex(KeyRing keys, CipherSuite suite = CipherSuite.Aes) => _digesters =
    [
        .. keys.Ids
            .SelectMany(id => new[] { CipherSuite.Aes, CipherSuite.Sm }.Select(s => (Id: id, Suite: s)))
            .OrderByDescending(key => key.Id == keys.Current && key.Suite == suite)
            .Select(key => new Digester(key.Id, key.Suite, keys.KeyOf(key.Id).ToArray())),
    ];

    public byte[] OfIdNumber(IdNumber number) => Of("id-number", number.Value);

    public byte[][] AllOfIdNumber(IdNumber number) => AllOf("id-number", number.Value);

    public byte[] OfPhone(string phone) => Of("phone", phone);

    public byte[][] AllOfPhone(string phone) => AllOf("phone", phone);

    /// <summary>The weak key of domain.md 8.2.</summary>
    public byte[] OfWeakKey(string foldedName, PartialDate birthDate, string? hukouCommunityCode) =>
        Of("weak", WeakKey(foldedName, birthDate, hukouCommunityCode));

    public byte[][] AllOfWeakKey(string foldedName, PartialDate birthDate, string? hukouCommunityCode) =>
        AllOf("weak", WeakKey(foldedName, birthDate, hukouCommunityCode));

    public byte[] OfMessageId(string client, string messageId) => Of("message-id", MessageId(client, messageId));

    public byte[][] AllOfMessageId(string client, string messageId) => AllOf("message-id", MessageId(client, messageId));

    public byte[] OfContent(ReadOnlySpan<byte> content) => _digesters[0].Digest("content", content);

    /// <summary>Whether the content is the one that a stored digest was made of, under whichever key.</summary>
    public bool IsOfContent(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> content)
    {
        foreach (var digester in _digesters)
        {
            if (digester.Made(digest))
            {
                return CryptographicOperations.FixedTimeEquals(digester.Digest("content", content), digest);
            }
        }

        return false;
    }

    private static string WeakKey(string foldedName, PartialDate birthDate, string? hukouCommunityCode) =>
        $"{foldedName}\n{birthDate.Text}\n{hukouCommunityCode}";

    private static string MessageId(string client, string messageId) => $"{client}\n{messageId}";

    private byte[] Of(string use, string value) => _digesters[0].Digest(use, value);

    private byte[][] AllOf(string use, string value) => [.. _digesters.Select(digester => digester.Digest(use, value))];

    private sealed class Digester(byte keyId, CipherSuite suite, byte[] key)
    {
        private readonly Spares<HMac> _sm3 = new(() =>
        {
            var hmac = new HMac(new SM3Digest());
            hmac.Init(new KeyParameter(key));
            return hmac;
        });

        public bool Made(ReadOnlySpan<byte> digest) => digest.Length == Size && digest[0] == keyId && digest[1] == (byte)suite;

        public byte[] Digest(string use, string value)
        {
            var size = Encoding.UTF8.GetMaxByteCount(value.Length);
            var bytes = size <= OnStack ? stackalloc byte[size] : new byte[size];
            return Digest(use, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }

        /// <summary>The use stands before the value, so that equal values in two uses have unequal digests.</summary>
        public byte[] Digest(string use, ReadOnlySpan<byte> value)
        {
            var size = use.Length + 1 + value.Length;
            var rented = size <= OnStack ? null : ArrayPool<byte>.Shared.Rent(size);
            var message = rented is null ? stackalloc byte[size] : rented.AsSpan(0, size);
            Encoding.ASCII.GetBytes(use, message);
            message[use.Length] = 0;
            value.CopyTo(message[(use.Length + 1)..]);
            Span<byte> full = stackalloc byte[32];
            Mac(message, full);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented, true);
            }

            var digest = new byte[Size];
            digest[0] = keyId;
            digest[1] = (byte)suite;
            full[..DigestSize].CopyTo(digest.AsSpan(2));
            return digest;
        }

        private void Mac(ReadOnlySpan<byte> message, Span<byte> full)
        {
            if (suite == CipherSuite.Aes)
            {
                HMACSHA256.HashData(key, message, full);
                return;
            }

            var hmac = _sm3.Take();
            hmac.BlockUpdate(message);
            hmac.DoFinal(full);
            _sm3.GiveBack(hmac);
        }
    }
}
