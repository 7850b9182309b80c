using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Persistence.Encryption;

/// <summary>SM4-GCM (GB/T 32907), its 16-byte key derived from ours with HMAC-SM3 so that no key serves two algorithms.</summary>
internal sealed class Sm4GcmSealer(byte[] key) : ISealer
{
    private const int KeySize = 16;

    private readonly KeyParameter _key = Derive(key);
    private readonly Spares<GcmBlockCipher> _spares = new(() => new GcmBlockCipher(new SM4Engine()));

    public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> plain, Span<byte> sealedBytes) =>
        Run(true, nonce, header, plain, sealedBytes);

    public void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        try
        {
            Run(false, nonce, header, sealedBytes, plain);
        }
        catch (InvalidCipherTextException)
        {
            CryptographicOperations.ZeroMemory(plain);
            throw new AuthenticationTagMismatchException();
        }
    }

    private void Run(
        bool seals, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> input, Span<byte> output)
    {
        var cipher = _spares.Take();
        cipher.Init(seals, new AeadParameters(_key, FieldCipher.TagSize * 8, nonce.ToArray(), header.ToArray()));
        var written = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output[written..]);
        _spares.GiveBack(cipher);
    }

    private static KeyParameter Derive(byte[] key)
    {
        var hmac = new HMac(new SM3Digest());
        hmac.Init(new KeyParameter(key));
        hmac.BlockUpdate("sm4-gcm"u8);
        Span<byte> derived = stackalloc byte[hmac.GetMacSize()];
        hmac.DoFinal(derived);
        return new KeyParameter(derived[..KeySize]);
    }
}
