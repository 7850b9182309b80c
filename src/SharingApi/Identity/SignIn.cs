using Domain.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Primitives;
using SharingApi.Access;

namespace SharingApi.Identity;

/// <summary>Finds out who sends a request, from its bearer token.</summary>
internal sealed class SignIn(KnownCallers known)
{
    private const string Scheme = "Bearer ";

    private static readonly Refusal NoToken = new("AUTH_NOT_AUTHENTICATED", "The request needs a bearer token.");

    private static readonly Refusal BadToken =
        new("AUTH_NOT_AUTHENTICATED", "The bearer token is not valid here, or no longer. Ask the issuer for a new one.");

    /// <summary>True where the request brings anything that is meant to authenticate it.</summary>
    public static bool IsAttempted(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    /// <summary>
    /// The caller, or <c>AUTH_NOT_AUTHENTICATED</c> with the header <c>www-authenticate</c> already set. A token seen
    /// before costs one digest and completes at once.
    /// </summary>
    public ValueTask<Outcome<Caller>> CallerAsync(HttpContext http)
    {
        if (TokenOf(http.Request.Headers.Authorization) is not { } token)
        {
            return ValueTask.FromResult<Outcome<Caller>>(Challenged(http));
        }

        var digest = TokenDigest.Of(token);
        return known.Find(digest) is { } caller
            ? ValueTask.FromResult<Outcome<Caller>>(caller)
            : ValidateAsync(http, digest);
    }

    /// <summary>Tells the client of a missing token how to bring one.</summary>
    public static Refusal AskForToken(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return NoToken;
    }

    private async ValueTask<Outcome<Caller>> ValidateAsync(HttpContext http, TokenDigest digest)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!result.Succeeded || CallerOf.Token(result.Principal) is not { } caller)
        {
            return Challenged(http);
        }

        known.Add(digest, caller, result.Properties.ExpiresUtc ?? DateTimeOffset.MinValue);
        return caller;
    }

    private static Refusal Challenged(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return BadToken;
    }

    private static string? TokenOf(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return text[Scheme.Length..].Trim();
    }
}
