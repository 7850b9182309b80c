using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Shared;

namespace Domain.Access;

/// <summary>SHA-256 over everything that a signature under a grant means: change a letter, and it is under nothing.</summary>
public static class GrantDigest
{
    public static string Of(Grant grant)
    {
        var text = new StringBuilder();
        Append(text, grant.Id.ToString("N"));
        Append(text, grant.Client);
        Append(text, ApiName.Of(grant.Purpose));
        Append(text, ApiName.Of(grant.ScopeKind));
        Append(text, grant.ScopeCode);
        Append(text, DayOf(grant.From));
        Append(text, DayOf(grant.To));
        Append(text, grant.Basis);
        Append(text, grant.Scenario);
        Append(text, grant.Method is { } method ? ApiName.Of(method) : null);
        Append(text, ApiName.Of(grant.Volume.Access));
        Append(text, grant.PersonsPerDay?.ToString(CultureInfo.InvariantCulture));
        Append(text, grant.EmergencyReason);
        Append(text, grant.EmergencyHours?.ToString(CultureInfo.InvariantCulture));
        Append(text, grant.RequestId?.ToString("N"));
        Append(text, grant.ReplacesId?.ToString("N"));
        foreach (var item in grant.Items.OrderBy(item => item.Item, StringComparer.Ordinal))
        {
            Append(text, item.Item);
            Append(text, ApiName.Of(item.Level));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string? DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Length first: two fields cannot be cut elsewhere and mean the same bytes.
    private static void Append(StringBuilder text, string? field) =>
        text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}\n");
}
