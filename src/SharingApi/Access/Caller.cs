using Domain.Access;

namespace SharingApi.Access;

/// <summary>Who calls, as the validated token says.</summary>
/// <param name="Client">Registered name of the client system, or of the user for user tokens.</param>
/// <param name="User">Object id of the human, for user tokens.</param>
/// <param name="Roles">Roles of the token.</param>
/// <param name="Kind">Application (<c>idtyp=app</c>) or user.</param>
internal sealed record Caller(string Client, string? User, IReadOnlySet<string> Roles, ClientKind Kind)
{
    public bool Has(string role) => Roles.Contains(role);
}
