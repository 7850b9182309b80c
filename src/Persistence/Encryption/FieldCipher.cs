using System.Security.Cryptography;
using System.Text;

namespace Persistence.Encryption;

/// <summary>Encrypts a value at rest: key id, suite id, nonce, ciphertext, tag.</summary>
public sealed class FieldCipher(KeyRing keys)
{
    private const byte AesGcmSuite = 1;
    private const int HeaderSize = 2;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public byte[] Encrypt(string text) => Encrypt(Encoding.UTF8.GetBytes(text));

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedValue = new byte[HeaderSize + NonceSize + plain.Length + TagSize];
        sealedValue[0] = keys.Current;
        sealedValue[1] = AesGcmSuite;
        var nonce = sealedValue.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.KeyOf(keys.Current), TagSize);
        aes.Encrypt(nonce, plain, sealedValue.AsSpan(HeaderSize + NonceSize, plain.Length), sealedValue.AsSpan(^TagSize));
        return sealedValue;
    }

    public string DecryptText(ReadOnlySpan<byte> sealedValue) => Encoding.UTF8.GetString(Decrypt(sealedValue));

    public byte[] Decrypt(ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < HeaderSize + NonceSize + TagSize || sealedValue[1] != AesGcmSuite)
        {
            throw new CryptographicException("The value is not of a known suite.");
        }

        var plain = new byte[sealedValue.Length - HeaderSize - NonceSize - TagSize];
        using var aes = new AesGcm(keys.KeyOf(sealedValue[0]), TagSize);
        aes.Decrypt(
            sealedValue.Slice(HeaderSize, NonceSize),
            sealedValue[(HeaderSize + NonceSize)..^TagSize],
            sealedValue[^TagSize..],
            plain);
        return plain;
    }
}
