namespace Domain.Access;

/// <summary>What a request is for (domain.md 7). Purposes are never unioned in one request.</summary>
public enum Purpose
{
    LifeSync,
    Subsidy,
    Assist,
    Rehab,
    Verify,
    Stats,
    Survey,
    Self,
    Cert,
    Audit,
}
