using System.Security.Cryptography;

namespace Persistence.Encryption;

/// <summary>Keys by id, one of them current: new values take the current key, old values name theirs.</summary>
public sealed class KeyRing
{
    private readonly Dictionary<byte, byte[]> _keys;

    /// <param name="current">Id of the key that new values take.</param>
    /// <param name="keys">Keys of 32 bytes by id.</param>
    public KeyRing(byte current, IReadOnlyDictionary<byte, byte[]> keys)
    {
        if (!keys.ContainsKey(current) || keys.Values.Any(key => key.Length != 32))
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
    public static KeyRing Fresh() => new(1, new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) });
}

/// <summary>The rings of one installation, each for one use, so that no key serves two.</summary>
/// <param name="Fields">Encrypts columns.</param>
/// <param name="Index">Makes blind indexes and digests.</param>
/// <param name="Cursors">Encrypts cursors.</param>
public sealed record Keys(KeyRing Fields, KeyRing Index, KeyRing Cursors)
{
    public static Keys Fresh() => new(KeyRing.Fresh(), KeyRing.Fresh(), KeyRing.Fresh());
}
