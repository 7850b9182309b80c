using Domain.Access;

namespace SharingApi.Tests.Performance;

/// <summary>What a stored operation may cost.</summary>
/// <param name="Document">File in <c>schema/operations</c>, without its ending.</param>
/// <param name="Variables">As JSON; <c>%n</c> stands for the number of a person, <c>%c</c> for that of their certificate, <c>%k</c> for a case.</param>
/// <param name="Client">Development client who sends it.</param>
/// <param name="Purpose">For what; null where it needs none.</param>
/// <param name="Statements">How many statements it runs: one for each level of its tree, and one for a count.</param>
/// <param name="MostBytes">
/// Bytes that it may allocate from the parsed request to the written result, once everything is cached. The bound is what was
/// measured in Debug when it was set, and a fifth: debug and optimised code differ by that.
/// </param>
public sealed record MeasuredOperation(
    string Document, string Variables, string Client, Purpose? Purpose, int Statements, int MostBytes)
{
    public static readonly IReadOnlyList<MeasuredOperation> All =
    [
        new("persons-page", """{"first":50}""", "federation", Domain.Access.Purpose.Cert, 1, 185_000),
        new("persons-count", """{"where":{"certificate":{"status":{"eq":"ACTIVE"}}}}""", "civil-affairs", Domain.Access.Purpose.Subsidy, 2, 18_500),
        new("person-by-id-number", """{"idNumber":"%n"}""", "civil-affairs", Domain.Access.Purpose.Subsidy, 2, 21_000),
        new("person-by-certificate-number", """{"certificateNumber":"%c"}""", "civil-affairs", Domain.Access.Purpose.Subsidy, 3, 31_500),
        new("communities", """{"first":50}""", "health", null, 1, 94_000),
        new("county-service-needs", """{"division":"530128","year":2026,"first":100}""", "county-luquan", Domain.Access.Purpose.Assist, 1, 96_000),
        new("cases-queue", """{"first":20}""", "reviewer-1", Domain.Access.Purpose.Cert, 1, 26_000),
        new("case-file", """{"id":"%k"}""", "reviewer-1", Domain.Access.Purpose.Cert, 4, 60_500),
        new("status-changes", """{"first":50}""", "civil-affairs", Domain.Access.Purpose.Subsidy, 1, 170_000),
        new("notice-receipts", """{"messageIds":["m-1","m-2"]}""", "public-security", Domain.Access.Purpose.LifeSync, 0, 100_000),
        new("person-history", """{"idNumber":"%n","first":20}""", "federation", Domain.Access.Purpose.Cert, 2, 24_000),
        new("viewer", "{}", "federation", null, 0, 132_000),
        new("catalogue", "{}", "federation", null, 0, 83_000),
    ];

    public override string ToString() => Document;
}
