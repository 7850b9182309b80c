using System.Security.Cryptography;
using DevelopmentIssuer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SharingApi.Tests.Identity;

public sealed class SignInTests(SignInHost host) : IClassFixture<SignInHost>
{
    private const string InvalidToken = "Bearer error=\"invalid_token\"";

    [Theory]
    [InlineData("public-security", "public-security Application Sharing.Call -")]
    [InlineData("federation-wuhua", "federation-wuhua Application Sharing.Call -")]
    [InlineData("reviewer-1", "reviewer-1 User Case.Review human")]
    [InlineData("access-admin-2", "access-admin-2 User Access.Admin human")]
    [InlineData("auditor", "auditor User Audit.Read human")]
    [InlineData("analyst", "analyst User Statistics.Read human")]
    [InlineData("holder", "holder User  human")]
    public async Task A_token_of_the_issuer_names_its_client(string client, string expected)
    {
        var token = await host.TokenAsync(client);

        Assert.Equal((200, expected), await host.WhoAmIAsync($"Bearer {token}"));
        Assert.Equal((200, expected), await host.WhoAmIAsync($"bearer {token}"));
    }

    [Theory]
    [InlineData("client_credentials", "insurance", 401, "invalid_client")]
    [InlineData("client_credentials", "", 401, "invalid_client")]
    [InlineData("password", "health", 400, "unsupported_grant_type")]
    [InlineData("", "health", 400, "invalid_request")]
    public async Task The_issuer_refuses_as_the_protocol_says(string grantType, string client, int status, string error)
    {
        var (answered, body) = await host.AskForTokenAsync(("grant_type", grantType), ("client_id", client));

        Assert.Equal((status, error), (answered, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task The_issuer_describes_itself_as_Entra_does()
    {
        var discovery = await host.GetJsonAsync("/dev-issuer/kunming/v2.0/.well-known/openid-configuration");
        var keys = await host.GetJsonAsync(new Uri(discovery.GetProperty("jwks_uri").GetString()!).AbsolutePath);

        var token = new JsonWebToken(await host.TokenAsync("health"));

        Assert.Equal(token.Issuer, discovery.GetProperty("issuer").GetString());
        Assert.Equal(token.Kid, keys.GetProperty("keys")[0].GetProperty("kid").GetString());
        Assert.False(keys.GetProperty("keys")[0].TryGetProperty("d", out _));
    }

    [Fact]
    public async Task A_token_survives_a_restart_and_its_key_is_for_the_owner_alone()
    {
        var token = await host.TokenAsync("health");

        await host.RestartAsync();

        Assert.Equal(200, (await host.WhoAmIAsync($"Bearer {token}")).Status);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.KeyFile));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic aGVhbHRoOg==")]
    public async Task What_is_no_token_is_challenged(string? authorization) =>
        Assert.Equal((401, InvalidToken), await host.WhoAmIAsync(authorization));

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_quite_right_is_challenged(string what)
    {
        var token = Forged(what);

        Assert.Equal((401, InvalidToken), await host.WhoAmIAsync($"Bearer {token}"));
        Assert.Equal((401, InvalidToken), await host.WhoAmIAsync($"Bearer {token}"));
    }

    [Fact]
    public async Task The_same_token_made_right_is_let_in() =>
        Assert.Equal(200, (await host.WhoAmIAsync($"Bearer {Forged("nothing")}")).Status);

    [Fact]
    public async Task A_changed_signature_is_challenged_also_while_the_true_token_is_known()
    {
        var token = await host.TokenAsync("health");
        await host.WhoAmIAsync($"Bearer {token}");

        var last = token[^5] == 'A' ? 'B' : 'A';

        Assert.Equal(401, (await host.WhoAmIAsync($"Bearer {token[..^5]}{last}{token[^4..]}")).Status);
    }

    public static TheoryData<string> Forgeries() =>
    [
        "audience", "issuer", "expired", "not yet", "no expiry", "key", "algorithm none", "symmetric", "no client", "human without id",
    ];

    private string Forged(string what)
    {
        using var own = RSA.Create();
        own.ImportFromPem(File.ReadAllText(host.KeyFile));
        using var other = RSA.Create(2048);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["idtyp"] = "app", ["azp"] = "health", ["roles"] = new[] { "Sharing.Call" } };
        if (what == "no client")
        {
            claims.Remove("azp");
        }

        if (what == "human without id")
        {
            claims = new Dictionary<string, object> { ["scp"] = "Sharing.Use", ["preferred_username"] = "reviewer-1" };
        }

        var key = new RsaSecurityKey(what == "key" ? other : own)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = what == "issuer" ? "https://login.microsoftonline.com/other/v2.0" : Issuer.Name,
            Audience = what == "audience" ? "another-api" : Issuer.ClientId,
            NotBefore = what == "not yet" ? now.AddMinutes(10) : now.AddHours(-2),
            Expires = what switch
            {
                "expired" => now.AddMinutes(-10),
                "no expiry" => null,
                _ => now.AddHours(1),
            },
            Claims = claims,
            SigningCredentials = what switch
            {
                "algorithm none" => null,
                "symmetric" => new SigningCredentials(
                    new SymmetricSecurityKey(own.ExportRSAPublicKey()), SecurityAlgorithms.HmacSha256),
                _ => new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            },
        });
    }
}
