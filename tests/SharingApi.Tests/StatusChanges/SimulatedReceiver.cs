using System.Text.Json;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>The city federation as a receiver that knows of persons only what its feed tells it.</summary>
internal sealed class SimulatedReceiver
{
    /// <summary>After the correction of a declared death: a real death was proved, or the court named another day (D5).</summary>
    private const string Dead = "DECEASED or DECLARED_DEAD";

    private const string Page = """
        query Feed($after: String) {
          statusChanges(first: 200, after: $after) {
            nodes { id sequence type occurredOn toDivision replaces reverses person { id } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private readonly ILookup<string, JsonElement> _told;

    private SimulatedReceiver(ILookup<string, JsonElement> told) => _told = told;

    /// <summary>Reads the whole feed from its beginning; its numbers have no gap.</summary>
    public static async Task<SimulatedReceiver> ReadAsync(SharingApp app)
    {
        List<JsonElement> all = [];
        string? after = null;
        while (true)
        {
            var page = (await app.As("federation", "CERT").DataAsync(Page, new { after })).GetProperty("statusChanges");
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(change => change.GetProperty("sequence").GetInt32()));
        return new(all.Where(change => change.GetProperty("person").ValueKind == JsonValueKind.Object)
            .ToLookup(change => change.GetProperty("person").GetProperty("id").GetString()!));
    }

    /// <summary>The types of what it was told of a person, in order.</summary>
    public string Told(string person) => string.Join(' ', _told[person].Select(change => change.GetProperty("type").GetString()));

    /// <summary>It knows life, certificate and division of the person as the register shows them.</summary>
    /// <param name="node">The person as the register shows it.</param>
    /// <param name="division">The division in which the person entered the register.</param>
    /// <param name="label">Names the case where it fails.</param>
    public void Knows(JsonElement node, string division, string label)
    {
        var (life, held) = ("ALIVE", "");
        foreach (var change in _told[node.GetProperty("id").GetString()!])
        {
            (life, held, division) = change.GetProperty("type").GetString() switch
            {
                "DEATH_REPORTED" => ("DEATH_REPORTED", held, division),
                "DEATH_CONFIRMED" => ("DECEASED", held, division),
                "DEATH_DECLARED" => ("DECLARED_DEAD", held, division),
                "DEATH_CORRECTED" when life == "DECLARED_DEAD" => (Dead, held, division),
                "DEATH_REVERSED" => ("ALIVE", held, division),
                "CERTIFICATE_FROZEN" => (life, "FROZEN", division),
                "CERTIFICATE_CANCELLED" => (life, "CANCELLED", division),
                "CERTIFICATE_UNFROZEN" or "CERTIFICATE_REINSTATED" => (life, "", division),
                "RELOCATED" => (life, held, change.GetProperty("toDivision").GetString()!),
                _ => (life, held, division),
            };
        }

        var shownLife = node.GetProperty("lifeStatus").GetString()!;
        life = life == Dead && shownLife is "DECEASED" or "DECLARED_DEAD" ? shownLife : life;
        var status = node.GetProperty("certificate").GetProperty("status").GetString()!;
        Assert.Equal(
            $"{label}: {shownLife} {(status is "FROZEN" or "CANCELLED" ? status : "")} {node.GetProperty("hukou").GetProperty("division").GetProperty("code")}",
            $"{label}: {life} {held} {division}");
    }
}
