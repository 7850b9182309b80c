using System.Collections.Frozen;
using System.Security.Claims;
using Domain.Access;
using SharingApi.Access;

namespace SharingApi.Identity;

/// <summary>Reads the caller off the claims of a valid token, as Entra ID names them (version 2 tokens).</summary>
internal static class CallerOf
{
    private const int LongestName = 60;

    /// <summary>The caller; null where the token names no client that could be registered.</summary>
    public static Caller? Token(ClaimsPrincipal principal)
    {
        var isApplication = string.Equals(principal.FindFirstValue("idtyp"), "app", StringComparison.Ordinal);
        var name = principal.FindFirstValue(isApplication ? "azp" : "preferred_username");
        if (string.IsNullOrEmpty(name) || name.Length > LongestName)
        {
            return null;
        }

        var user = isApplication ? null : principal.FindFirstValue("oid");
        if (!isApplication && user is null)
        {
            return null;
        }

        var roles = principal.FindAll("roles").Select(claim => claim.Value).ToFrozenSet(StringComparer.Ordinal);
        return new Caller(name, user, roles, isApplication ? ClientKind.Application : ClientKind.User);
    }
}
