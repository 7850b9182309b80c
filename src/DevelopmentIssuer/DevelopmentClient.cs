namespace DevelopmentIssuer;

/// <summary>A client that the issuer gives tokens to, with what they will say.</summary>
/// <param name="Name">Client id at the token endpoint; <c>azp</c> of applications, <c>preferred_username</c> of users.</param>
/// <param name="IsApplication">A system (<c>idtyp=app</c>) or a human (<c>scp</c>, <c>oid</c>).</param>
/// <param name="Roles">The claim <c>roles</c>.</param>
public sealed record DevelopmentClient(string Name, bool IsApplication, IReadOnlyList<string> Roles);
