using System.Security.Cryptography;

namespace Persistence.Encryption;

/// <summary>Keys by id, one of them current: new values take the current key, old values name theirs.</summary>
public sealed class KeyRing
{
    /// <summary>Bytes in a key.</summary>
    public const int KeySize = 32;

    private readonly Dictionary<byte, byte[]> _keys;

    /// <param name="current">Id of the key that new values take.</param>
    /// <param name="keys">Keys of 32 bytes by id.</param>
    public KeyRing(byte current, IReadOnlyDictionary<byte, byte[]> keys)
    {
        if (!keys.ContainsKey(current) || keys.Values.Any(key => key is not { Length: KeySize }))
        {
            throw new ArgumentException("A key ring needs its current key, and keys of 32 bytes.", nameof(keys));
        }

        Current = current;
        _keys = keys.ToDictionary();
    }

    public byte Current { get; }

    public IReadOnlyCollection<byte> Ids => _keys.Keys;

    public ReadOnlySpan<byte> KeyOf(byte id) =>
        _keys.TryGetValue(id, out var key) ? key : throw new CryptographicException("The value names a key that is not in the ring.");

    /// <summary>A ring with one fresh key.</summary>
    public static KeyRing Fresh() => new(1, new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeySize) });
}
