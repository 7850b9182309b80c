using Snapshooter.Xunit;

namespace SharingApi.Tests.Plans;

public sealed class SelectionTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Everything =
        """
        { persons(first: 2, order: [{ id: ASC }]) {
            totalCount pageInfo { hasNextPage hasPreviousPage }
            nodes {
              id __typename name idNumber sex birthDate ethnicity
              hukou { division { code name } community { code name } address status since }
              residence { address community { name } observedAt source }
              community { code townName division { name } managementUnit { code name } }
              managementUnit { code name } phone guardian { name relation phone }
              subsidies { kind since until } isOnSubsistenceAllowance lifeStatus deathDate
              certificate { number category level isSevere components { category level } issuedOn validUntil status statusReason }
              serviceNeeds(order: [{ year: DESC }]) { id domain itemCode kind year provider status closeReason person { name } }
            } } }
        """;

    [Fact]
    public async Task A_person_is_answered_field_by_field()
    {
        var answer = await house.AskAsync(new Asker(), Everything);

        Snapshot.Match(System.Text.Json.JsonSerializer.Serialize(answer.Json, Indented));
    }

    [Fact]
    public async Task A_statement_is_run_for_each_level_and_none_for_each_row()
    {
        var answer = await house.AskAsync(
            new Asker(), "{ persons(first: 50) { nodes { name community { name } serviceNeeds { year person { name serviceNeeds { id } } } } } }");

        Assert.Equal(50, answer.Data.GetProperty("persons").GetProperty("nodes").GetArrayLength());
        Assert.Equal(3, answer.Statements.Count);
        Assert.Equal(50, answer.Operation.Record.Persons.Count);
    }

    [Fact]
    public async Task Fields_that_are_repeated_and_spread_are_merged()
    {
        var answer = await house.AskAsync(
            new Asker(),
            "query($no: Boolean!) { persons(first: 1) { nodes { ...a hukou { status } } } persons(first: 1) { nodes { sex @skip(if: $no) n: name } } } "
            + "fragment a on Person { hukou { division { code } } ... on Node { id } }",
            """{"no":true}""");

        var person = answer.Data.GetProperty("persons").GetProperty("nodes")[0];
        Assert.Equal(["hukou", "id", "n"], person.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["division", "status"], person.GetProperty("hukou").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Equal_requests_are_compiled_once()
    {
        const string Query = "query($w: PersonFilterInput) { persons(where: $w) { totalCount } persons(where: $w) { nodes { id } } }";
        await house.AskAsync(new Asker(), Query, """{"w":{"name":{"eq":"a"}}}""");
        var compiled = house.Cache.Compiled;

        await house.AskAsync(new Asker(), Query, """{"w":{"name":{"eq":"b"}}}""");

        Assert.Equal(compiled, house.Cache.Compiled);
    }

    [Fact]
    public void The_schema_keeps_its_rules() => Assert.Contains("input PersonFilterInput", house.Schema.Sdl(), StringComparison.Ordinal);

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
