namespace SharingApi.Access;

/// <summary>Roles that a token may carry (api.md 2).</summary>
internal static class Roles
{
    /// <summary>Reads and decides review cases.</summary>
    public const string CaseReview = "Case.Review";

    /// <summary>Administers grants, and sees no person.</summary>
    public const string AccessAdmin = "Access.Admin";

    public const string AuditRead = "Audit.Read";

    public const string StatisticsRead = "Statistics.Read";

    /// <summary>Every department's system.</summary>
    public const string SharingCall = "Sharing.Call";
}
