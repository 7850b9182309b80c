namespace Persistence.Encryption;

/// <summary>The rings of one installation, each for one use, so that no key serves two.</summary>
/// <param name="Fields">Encrypts columns.</param>
/// <param name="Index">Makes blind indexes and digests.</param>
/// <param name="Cursors">Encrypts cursors.</param>
/// <param name="Suite">The algorithms that new values take.</param>
public sealed record Keys(KeyRing Fields, KeyRing Index, KeyRing Cursors, CipherSuite Suite = CipherSuite.Aes)
{
    public static Keys Fresh() => new(KeyRing.Fresh(), KeyRing.Fresh(), KeyRing.Fresh());
}
