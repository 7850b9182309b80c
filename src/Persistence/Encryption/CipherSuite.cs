namespace Persistence.Encryption;

/// <summary>Which algorithms new values take; old values name theirs (<c>Encryption:Suite</c>).</summary>
public enum CipherSuite : byte
{
    /// <summary>AES-256-GCM and HMAC-SHA256.</summary>
    Aes = 1,

    /// <summary>SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905), for installations under GB/T 39786.</summary>
    Sm = 2,
}
