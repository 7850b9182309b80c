using Domain.Access;
using Persistence.Access;
using SharingApi.Access;

namespace SharingApi.Identity;

/// <summary>Roles of the development clients (api.md 2).</summary>
internal static class DevelopmentRoles
{
    private static readonly Dictionary<string, string> OfUsers = new(StringComparer.Ordinal)
    {
        ["reviewer-1"] = Roles.CaseReview,
        ["reviewer-2"] = Roles.CaseReview,
        ["access-admin-1"] = Roles.AccessAdmin,
        ["access-admin-2"] = Roles.AccessAdmin,
        ["auditor"] = Roles.AuditRead,
        ["analyst"] = Roles.StatisticsRead,
    };

    public static IReadOnlyList<string> Of(FoundingClient client)
    {
        if (client.Kind == ClientKind.Application)
        {
            return [Roles.SharingCall];
        }

        return OfUsers.TryGetValue(client.Id, out var role) ? [role] : [];
    }
}
