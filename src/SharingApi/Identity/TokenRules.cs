using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SharingApi.Identity;

/// <summary>What makes a token valid here, set after Identity.Web and JwtBearer had their say.</summary>
internal sealed class TokenRules(
    IOptions<AzureAdSettings> configured,
    IHostEnvironment environment,
    TimeProvider clock,
    IServiceProvider services) : IConfigureNamedOptions<JwtBearerOptions>, IPostConfigureOptions<JwtBearerOptions>
{
    // Clocks of departments and clouds differ; a minute forgives that and little more.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAudience = IdentityFeature.SettingsOf(configured.Value, environment).ClientId;
        if (configured.Value.IsEmpty && DevelopmentSignIn.IsAvailable(environment))
        {
            // Known without asking: the issuer is this very process, perhaps on a port that is not chosen yet.
            options.RequireHttpsMetadata = false;
            options.ConfigurationManager =
                new StaticConfigurationManager<OpenIdConnectConfiguration>(DevelopmentSignIn.ConfigurationOf(services));
        }
    }

    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        var rules = options.TokenValidationParameters;
        rules.RoleClaimType = "roles";
        rules.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        rules.ValidateIssuer = true;
        // Identity.Web's own validator fetches metadata over HTTPS by itself; one tenant needs no list of aliases.
        rules.IssuerValidator = null;
        rules.IssuerValidatorUsingConfiguration = static (issuer, _, _, configuration) =>
            string.Equals(issuer, configuration?.Issuer, StringComparison.Ordinal)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The token is from another issuer.");
        rules.RequireExpirationTime = true;
        rules.LifetimeValidator = IsAlive;
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters rules)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || start - Skew <= now);
    }
}
