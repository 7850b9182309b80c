using System.Text.Json.Nodes;
using Harness.Load;
using Harness.Register;

namespace Harness.Scenarios;

/// <summary>A reading scenario of architecture.md 6: a document, who sends it, and with what variables.</summary>
/// <param name="Key">Its letter.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Document">File name of the document.</param>
/// <param name="Client">Development client.</param>
/// <param name="Purpose">The purpose that it names.</param>
/// <param name="Variables">One object for each request, repeated when all are used.</param>
internal sealed record Scenario(
    string Key,
    string Title,
    string Document,
    string Client,
    string? Purpose,
    Func<IReadOnlyList<Holder>, IEnumerable<JsonObject?>> Variables)
{
    private const int PersonsAskedFor = 5_000;

    public static readonly Scenario PersonsPage = new(
        "a", "50 persons of 10 fields with community and unit", "a-persons-page", "civil-affairs", "SUBSIDY", static _ => [null]);

    public static readonly Scenario PersonByIdNumber = new(
        "b", "one person by ID number with the service needs", "b-person-by-id-number", "federation", "CERT", NumbersOf);

    public static readonly Scenario UnitList = new(
        "d", "by unit and certificate status, first 20, totalCount", "d-unit-list", "federation", "CERT", static _ => Units());

    public static readonly Scenario UnitListUncounted = UnitList with
    {
        Title = "by unit and certificate status, first 20",
        Document = "d-unit-list-uncounted",
    };

    public static readonly Scenario BareTypename = new(
        "e", "`{__typename}`", "e-bare-typename", "federation", null, static _ => [null]);

    /// <summary>The GraphQL requests, in the order in which they are sent.</summary>
    public IReadOnlyList<byte[]> Bodies(IReadOnlyList<Holder> holders)
    {
        var document = Load.Document.Read(Document);
        return [.. Variables(holders).Select(variables => HttpRequest.Body(document, variables))];
    }

    private static IEnumerable<JsonObject?> NumbersOf(IReadOnlyList<Holder> holders)
    {
        // The same persons in every run, from all over the register.
        var indexes = Enumerable.Range(0, holders.Count).ToArray();
        new Random(1).Shuffle(indexes);
        return indexes.Take(PersonsAskedFor).Select(i => new JsonObject { ["idNumber"] = holders[i].IdNumber });
    }

    private static IEnumerable<JsonObject> Units() =>
        RegisterFile.Units().Select(unit => new JsonObject { ["unit"] = unit, ["status"] = "ACTIVE" });
}
