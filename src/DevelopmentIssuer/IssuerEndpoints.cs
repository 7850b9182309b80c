using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace DevelopmentIssuer;

/// <summary>The addresses of the issuer, shaped as Entra ID's. It has one tenant, whatever name the path gives it.</summary>
public static class IssuerEndpoints
{
    public const string Prefix = "/dev-issuer";

    private static readonly string[] ClientCredentials = ["client_credentials"];
    private static readonly string[] NoSecret = ["none"];
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256];

    public static IEndpointRouteBuilder MapDevelopmentIssuer(this IEndpointRouteBuilder endpoints, Issuer issuer)
    {
        var group = endpoints.MapGroup(Prefix + "/{tenant}").AddEndpointFilter(OnlyLoopback);
        group.MapPost("/oauth2/v2.0/token", (Delegate)((HttpContext http) => TokenAsync(http, issuer)));
        group.MapGet("/v2.0/.well-known/openid-configuration", Discovery);
        group.MapGet("/discovery/v2.0/keys", () => Keys(issuer));
        return endpoints;
    }

    // A connection without an address never left the process.
    private static ValueTask<object?> OnlyLoopback(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
            ? ValueTask.FromResult<object?>(Results.NotFound())
            : next(context);

    private static async Task<IResult> TokenAsync(HttpContext http, Issuer issuer)
    {
        if (!http.Request.HasFormContentType)
        {
            return Failed("invalid_request", "Send grant_type and client_id as a form.");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var grantType = form["grant_type"].ToString();
        if (grantType.Length == 0)
        {
            return Failed("invalid_request", "The field grant_type is missing.");
        }

        if (!string.Equals(grantType, "client_credentials", StringComparison.Ordinal))
        {
            return Failed("unsupported_grant_type", "The only grant_type is client_credentials.");
        }

        if (issuer.TokenFor(form["client_id"].ToString()) is not { } token)
        {
            return Failed("invalid_client", "The client_id is none of the development clients.", StatusCodes.Status401Unauthorized);
        }

        http.Response.Headers.CacheControl = "no-store";
        var seconds = (int)Issuer.Lifetime.TotalSeconds;
        return Results.Json(new TokenAnswer("Bearer", seconds, seconds, token));
    }

    private static IResult Failed(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new TokenFailure(error, description), statusCode: status);

    private static IResult Discovery(HttpRequest request, string tenant)
    {
        var address = $"{request.Scheme}://{request.Host}{Prefix}/{Uri.EscapeDataString(tenant)}";
        return Results.Json(new
        {
            issuer = Issuer.Name,
            token_endpoint = $"{address}/oauth2/v2.0/token",
            jwks_uri = $"{address}/discovery/v2.0/keys",
            grant_types_supported = ClientCredentials,
            token_endpoint_auth_methods_supported = NoSecret,
            id_token_signing_alg_values_supported = Algorithms,
        });
    }

    private static IResult Keys(Issuer issuer)
    {
        var keys = issuer.Configuration.SigningKeys.OfType<RsaSecurityKey>().Select(key => new
        {
            kty = "RSA",
            use = "sig",
            alg = SecurityAlgorithms.RsaSha256,
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(key.Parameters.Modulus),
            e = Base64UrlEncoder.Encode(key.Parameters.Exponent),
        });
        return Results.Json(new { keys });
    }
}
