using System.Security.Cryptography;

namespace Persistence.Encryption;

/// <summary>AES-256-GCM of the platform.</summary>
internal sealed class AesGcmSealer(byte[] key) : ISealer
{
    // Setting up a key costs several times as much as a short value.
    private readonly Spares<AesGcm> _spares = new(() => new AesGcm(key, FieldCipher.TagSize));

    public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> plain, Span<byte> sealedBytes)
    {
        var aes = _spares.Take();
        aes.Encrypt(nonce, plain, sealedBytes[..plain.Length], sealedBytes[plain.Length..], header);
        _spares.GiveBack(aes);
    }

    public void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        // One that threw is not given back.
        var aes = _spares.Take();
        aes.Decrypt(nonce, sealedBytes[..plain.Length], sealedBytes[plain.Length..], plain, header);
        _spares.GiveBack(aes);
    }
}
