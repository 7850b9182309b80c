using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DevelopmentIssuer;

/// <summary>Stands in for Entra ID on a developer's machine: it gives a token to whoever asks in the name of a known client.</summary>
/// <remarks>No build that is published contains it, it does not start outside Development, and it answers loopback only.</remarks>
public sealed class Issuer : IDisposable
{
    /// <summary>The one tenant of the issuer, and the application that its tokens are for.</summary>
    public const string TenantId = "0d5ab1ed-0000-4000-8000-000000000001";
    public const string ClientId = "0d5ab1ed-0000-4000-8000-000000000002";

    /// <summary>Where the issuer would stand: part of its name, not an address that anybody calls.</summary>
    public const string Instance = "http://localhost/dev-issuer/";

    /// <summary>The claim <c>iss</c>. It names no port, so that a token outlives a restart on another one.</summary>
    public const string Name = $"{Instance}{TenantId}/v2.0";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DevelopmentClient> _clients;
    private readonly RsaSecurityKey _key;
    private readonly TimeProvider _clock;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="environment">Anything but Development is refused.</param>
    /// <param name="keyDirectory">Directory that keeps the signing key.</param>
    /// <param name="clients">Who may ask.</param>
    /// <param name="clock">When tokens are made and end.</param>
    public Issuer(
        IHostEnvironment environment,
        string keyDirectory,
        IEnumerable<DevelopmentClient> clients,
        TimeProvider clock)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("The development issuer gives tokens to anybody: it runs in Development only.");
        }

        _clients = clients.ToDictionary(client => client.Name, StringComparer.Ordinal);
        _clock = clock;
        _key = SigningKeyFile.In(keyDirectory);
        // The library's cache knows keys by id and would sign with the disposed key of an issuer that was closed.
        _key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        Configuration = ConfigurationOf(_key);
    }

    /// <summary>What a validator needs to know: the issuer's name and its public key.</summary>
    public OpenIdConnectConfiguration Configuration { get; }

    /// <summary>A token of the client; null where no client has the name.</summary>
    public string? TokenFor(string clientName) =>
        _clients.TryGetValue(clientName, out var client) ? _handler.CreateToken(DescriptorOf(client)) : null;

    public void Dispose() => _key.Rsa.Dispose();

    private SecurityTokenDescriptor DescriptorOf(DevelopmentClient client)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = ClaimsOf(client),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        };
    }

    private static Dictionary<string, object> ClaimsOf(DevelopmentClient client)
    {
        var objectId = ObjectIdOf(client.Name);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ver"] = "2.0",
            ["tid"] = TenantId,
            ["oid"] = objectId,
            ["sub"] = objectId,
            ["azp"] = client.Name,
        };
        if (client.Roles.Count > 0)
        {
            claims["roles"] = client.Roles.ToArray();
        }

        if (client.IsApplication)
        {
            claims["idtyp"] = "app";
        }
        else
        {
            claims["scp"] = "Sharing.Use";
            claims["preferred_username"] = client.Name;
        }

        return claims;
    }

    // The same object id on every machine and after every restart.
    private static string ObjectIdOf(string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("object " + name)).AsSpan(0, 16), bigEndian: true).ToString("D");

    private static OpenIdConnectConfiguration ConfigurationOf(RsaSecurityKey key)
    {
        var isPublic = new RsaSecurityKey(key.Rsa.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId };
        var configuration = new OpenIdConnectConfiguration { Issuer = Name };
        configuration.SigningKeys.Add(isPublic);
        return configuration;
    }
}
