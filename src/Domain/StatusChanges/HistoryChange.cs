using System.Globalization;
using Domain.Shared;

namespace Domain.StatusChanges;

/// <summary>One value that a step in a person's history changed.</summary>
/// <param name="Field">Path of the field in the API, such as <c>certificate.status</c>.</param>
/// <param name="Before">Its value before, as the API writes it; null for none.</param>
/// <param name="After">Its value after.</param>
public sealed record HistoryChange(string Field, string? Before, string? After)
{
    private static readonly (string Field, Func<PersonState, string?> Value)[] Fields =
    [
        ("name", state => state.Identity?.Name),
        ("idNumber", state => state.Identity?.IdNumber.Value),
        ("sex", state => state.Identity is { } identity ? ApiName.Of(identity.Sex) : null),
        ("birthDate", state => state.Identity?.BirthDate.Text),
        ("residence.community", state => state.Residence?.CommunityCode),
        ("residence.observedAt", state => state.Residence?.ObservedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("residence.isHere", state => state.Residence is { } residence ? (residence.IsHere ? "true" : "false") : null),
        ("lifeStatus", state => ApiName.Of(state.LifeStatus)),
        ("deathDate", state => state.DeathDate?.Text),
        ("hukou.division", state => state.HukouDivisionCode),
        ("hukou.community", state => state.HukouCommunityCode),
        ("hukou.status", state => ApiName.Of(state.HukouStatus)),
        ("hukou.since", state => state.HukouSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("managementUnit", state => state.ManagementUnitCode),
        ("community", state => state.CommunityCode),
        ("certificate.status", state => ApiName.Of(state.CertificateStatus)),
        ("certificate.statusReason", state => state.CertificateStatusReason is { } reason ? ApiName.Of(reason) : null),
    ];

    /// <summary>What differs between two states, in a fixed order.</summary>
    public static IReadOnlyList<HistoryChange> Between(PersonState before, PersonState after) =>
    [
        .. Fields
            .Select(field => new HistoryChange(field.Field, field.Value(before), field.Value(after)))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(HistoryChange);
}
