using System.Globalization;
using System.Text.Json;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>What the register shows of persons, and what it should show, in one written form.</summary>
internal static class RegisterView
{
    private const int MostAtOnce = 200;

    private const string States = """
        query States($ids: [ID!]!) {
          nodes(ids: $ids) {
            ... on Person {
              id name lifeStatus deathDate
              hukou { division { code } community { code } status since }
              managementUnit { code } community { code }
              certificate { status statusReason }
              residence { community { code } observedAt isHere }
            }
          }
        }
        """;

    public static string IdOf(Person person) => $"person_{person.Id.Value:N}";

    /// <summary>The persons as the city federation reads them, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> ShownAsync(SharingApp app, IEnumerable<string> ids)
    {
        var shown = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(MostAtOnce))
        {
            var nodes = (await app.As("federation", "CERT").DataAsync(States, new { ids = chunk })).GetProperty("nodes");
            foreach (var node in nodes.EnumerateArray())
            {
                shown[node.GetProperty("id").GetString()!] = node;
            }
        }

        return shown;
    }

    public static string Text(PersonState state) => string.Join(
        ' ',
        state.Identity!.Name,
        ApiName.Of(state.LifeStatus),
        state.DeathDate?.Text,
        state.HukouDivisionCode,
        state.HukouCommunityCode,
        ApiName.Of(state.HukouStatus),
        state.HukouSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        state.ManagementUnitCode,
        state.CommunityCode,
        ApiName.Of(state.CertificateStatus),
        state.CertificateStatusReason is { } reason ? ApiName.Of(reason) : null,
        state.Residence!.CommunityCode,
        state.Residence.ObservedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        state.Residence.IsHere);

    public static string Text(JsonElement node)
    {
        var (hukou, certificate, residence) = (node.GetProperty("hukou"), node.GetProperty("certificate"), node.GetProperty("residence"));
        return string.Join(
            ' ',
            node.GetProperty("name").GetString(),
            node.GetProperty("lifeStatus").GetString(),
            node.GetProperty("deathDate").GetString(),
            hukou.GetProperty("division").GetProperty("code").GetString(),
            CodeIn(hukou.GetProperty("community")),
            hukou.GetProperty("status").GetString(),
            hukou.GetProperty("since").GetString(),
            node.GetProperty("managementUnit").GetProperty("code").GetString(),
            CodeIn(node.GetProperty("community")),
            certificate.GetProperty("status").GetString(),
            certificate.GetProperty("statusReason").GetString(),
            residence.ValueKind == JsonValueKind.Null ? null : CodeIn(residence.GetProperty("community")),
            residence.ValueKind == JsonValueKind.Null ? null : residence.GetProperty("observedAt").GetString(),
            residence.ValueKind == JsonValueKind.Null || residence.GetProperty("isHere").GetBoolean());
    }

    private static string? CodeIn(JsonElement place) => place.ValueKind == JsonValueKind.Null ? null : place.GetProperty("code").GetString();
}
