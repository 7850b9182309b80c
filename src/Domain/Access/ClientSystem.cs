namespace Domain.Access;

/// <summary>A department's system or user that may call, as the federation registered it.</summary>
public sealed class ClientSystem
{
    /// <summary>Name in the token (<c>azp</c> for applications, user name for users) and in the API.</summary>
    public required string Id { get; init; }

    public required Department Department { get; init; }

    /// <summary>The office within the department; two signers must hold different ones.</summary>
    public required string Office { get; init; }

    public required ClientKind Kind { get; init; }

    public required RowScopeKind ScopeKind { get; init; }

    public string? ScopeCode { get; init; }

    /// <summary>Departments' systems may send notices, always; a human and a holder may not (api.md 2).</summary>
    public bool MaySend => Kind == ClientKind.Application && Department != Department.Holder;
}

public enum ClientKind
{
    Application,
    User,
}

/// <summary>Who is the source of which fact (domain.md 6) and may send which notice (api.md 3).</summary>
public enum Department
{
    PublicSecurity,
    CivilAffairs,
    Health,
    Court,
    Federation,
    Holder,
}
