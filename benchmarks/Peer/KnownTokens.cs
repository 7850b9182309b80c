using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Peer;

/// <summary>The server's token check: signature and lifetime once a token, then a digest and the clock.</summary>
internal sealed class KnownTokens : IDisposable
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<(UInt128 High, UInt128 Low), DateTimeOffset> _expiries = new();
    private readonly JsonWebTokenHandler _handler = new();
    private readonly RSA _key = RSA.Create();
    private readonly TokenValidationParameters _rules;
    private readonly TimeProvider _clock;

    /// <param name="directory">The data directory, where the development issuer keeps its key.</param>
    /// <param name="clock">Decides when a token has ended.</param>
    public KnownTokens(string directory, TimeProvider clock)
    {
        _clock = clock;
        _key.ImportFromPem(File.ReadAllText(Path.Combine(directory, "development-issuer.pem")));
        _rules = new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(_key),
            TryAllIssuerSigningKeys = true,
            // Who issued it for whom is a matter of rights: the peer knows one key only.
            ValidateIssuer = false,
            ValidateAudience = false,
        };
    }

    public ValueTask<bool> AreValidAsync(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return ValueTask.FromResult(false);
        }

        var token = text.AsSpan(Scheme.Length);
        var digest = DigestOf(token);
        return _expiries.TryGetValue(digest, out var expiry) && _clock.GetUtcNow() < expiry
            ? ValueTask.FromResult(true)
            : ValidateAsync(token.ToString(), digest);
    }

    public void Dispose() => _key.Dispose();

    private async ValueTask<bool> ValidateAsync(string token, (UInt128 High, UInt128 Low) digest)
    {
        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (result.IsValid)
        {
            _expiries[digest] = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        }

        return result.IsValid;
    }

    private static (UInt128 High, UInt128 Low) DigestOf(ReadOnlySpan<char> token)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token), digest);
        var halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return (halves[0], halves[1]);
    }
}
