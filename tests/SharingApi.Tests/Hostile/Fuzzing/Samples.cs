using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>What an honest client knows of a running server: tokens, and a few ids and numbers that exist.</summary>
internal sealed record Samples(
    IReadOnlyDictionary<string, string> Tokens,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> IdNumbers,
    IReadOnlyList<string> CertificateNumbers,
    IReadOnlyList<string> Cursors)
{
    private const string FirstPage =
        """
        { persons(first: 8) { nodes { id idNumber certificate { number } } pageInfo { endCursor } } serviceNeeds(first: 4) { nodes { id } } }
        """;

    public static async Task<Samples> TakeAsync(SharingProcess server)
    {
        var desk = new TokenDesk(server.Http);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var client in Callers.All.Select(static caller => caller.Client).Distinct(StringComparer.Ordinal))
        {
            tokens[client] = await desk.TokenOfAsync(client);
        }

        var data = await server.As("federation", "CERT").DataAsync(FirstPage);
        var persons = data.GetProperty("persons");
        var rows = persons.GetProperty("nodes").EnumerateArray().ToList();
        return new(
            tokens,
            [.. rows.Concat(data.GetProperty("serviceNeeds").GetProperty("nodes").EnumerateArray()).Select(row => Text(row, "id"))],
            [.. rows.Select(row => Text(row, "idNumber"))],
            [.. rows.Select(row => Text(row.GetProperty("certificate"), "number"))],
            [Text(persons.GetProperty("pageInfo"), "endCursor")]);
    }

    private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;
}
