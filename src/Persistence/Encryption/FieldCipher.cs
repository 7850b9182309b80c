using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Persistence.Encryption;

/// <summary>Encrypts a value at rest: key id, suite id, nonce, ciphertext, tag. Any number of threads may use it at once.</summary>
/// <remarks>
/// Key and suite id are authenticated with the value. The column is not: one cipher serves converters and row writers that
/// see bytes only, and whoever can move ciphertexts between columns can as well move whole rows.
/// </remarks>
public sealed class FieldCipher
{
    internal const int TagSize = 16;

    private const int HeaderSize = 2;
    private const int NonceSize = 12;
    private const int Overhead = HeaderSize + NonceSize + TagSize;
    private const int OnStack = 256;

    private readonly byte _keyId;
    private readonly CipherSuite _suite;
    private readonly ISealer _current;
    private readonly FrozenDictionary<(byte Key, CipherSuite Suite), ISealer> _sealers;

    /// <param name="keys">Keys of old values, one of them for new ones.</param>
    /// <param name="suite">The algorithm of new values; old values name theirs.</param>
    public FieldCipher(KeyRing keys, CipherSuite suite = CipherSuite.Aes)
    {
        _keyId = keys.Current;
        _suite = suite;
        _sealers = keys.Ids
            .SelectMany(id => Sealers(id, keys.KeyOf(id).ToArray()))
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Value);
        _current = _sealers[(_keyId, suite)];
    }

    /// <summary>Bytes of the value inside.</summary>
    /// <exception cref="CryptographicException">The bytes are no sealed value.</exception>
    public static int PlainSize(ReadOnlySpan<byte> sealedValue) =>
        sealedValue.Length >= Overhead ? sealedValue.Length - Overhead : throw new CryptographicException("The value is too short.");

    public byte[] Encrypt(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var plain = size <= OnStack ? stackalloc byte[size] : new byte[size];
        return Encrypt(plain[..Encoding.UTF8.GetBytes(text, plain)]);
    }

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedValue = new byte[Overhead + plain.Length];
        sealedValue[0] = _keyId;
        sealedValue[1] = (byte)_suite;
        var nonce = sealedValue.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _current.Seal(nonce, sealedValue.AsSpan(0, HeaderSize), plain, sealedValue.AsSpan(HeaderSize + NonceSize));
        return sealedValue;
    }

    public string DecryptText(ReadOnlySpan<byte> sealedValue)
    {
        var size = PlainSize(sealedValue);
        var plain = size <= OnStack ? stackalloc byte[size] : new byte[size];
        return Encoding.UTF8.GetString(plain[..Decrypt(sealedValue, plain)]);
    }

    public byte[] Decrypt(ReadOnlySpan<byte> sealedValue)
    {
        var plain = new byte[PlainSize(sealedValue)];
        Decrypt(sealedValue, plain);
        return plain;
    }

    /// <summary>Decrypts into the caller's memory and allocates nothing (suite AES).</summary>
    /// <param name="sealedValue">What <see cref="Encrypt(ReadOnlySpan{byte})"/> gave.</param>
    /// <param name="plain">At least <see cref="PlainSize"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="CryptographicException">The value was altered, or names a key that is not in the ring.</exception>
    public int Decrypt(ReadOnlySpan<byte> sealedValue, Span<byte> plain)
    {
        var size = PlainSize(sealedValue);
        if (!_sealers.TryGetValue((sealedValue[0], (CipherSuite)sealedValue[1]), out var sealer))
        {
            throw new CryptographicException("The value names a key or a suite that is not known.");
        }

        sealer.Open(
            sealedValue.Slice(HeaderSize, NonceSize),
            sealedValue[..HeaderSize],
            sealedValue[(HeaderSize + NonceSize)..],
            plain[..size]);
        return size;
    }

    private static IEnumerable<KeyValuePair<(byte Key, CipherSuite Suite), ISealer>> Sealers(byte id, byte[] key) =>
    [
        new((id, CipherSuite.Aes), new AesGcmSealer(key)),
        new((id, CipherSuite.Sm), new Sm4GcmSealer(key)),
    ];
}
