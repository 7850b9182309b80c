namespace Persistence.Encryption;

/// <summary>Authenticated encryption with one key. Any number of threads may use it at once.</summary>
internal interface ISealer
{
    /// <param name="nonce">Twelve bytes that this key has never seen.</param>
    /// <param name="header">Authenticated with the value, not encrypted.</param>
    /// <param name="plain">What to encrypt.</param>
    /// <param name="sealedBytes">Takes the ciphertext and then the tag.</param>
    void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> plain, Span<byte> sealedBytes);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The value was altered, or sealed with another key.</exception>
    void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain);
}
