using Domain.Access;

namespace SharingApi.Tests.Plans;

public sealed class ReachTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Counts = "{ persons { totalCount } serviceNeeds { totalCount } }";

    public static TheoryData<string, string?, int> Scopes => new()
    {
        { nameof(RowScopeKind.City), null, 60 },
        { nameof(RowScopeKind.HukouDivision), "530102", 30 },
        { nameof(RowScopeKind.ManagementUnit), "530102", 31 },
        { nameof(RowScopeKind.ManagementUnit), "530128", 30 },
        { nameof(RowScopeKind.Self), SmallRegister.PersonNumber(4).Value.ToString("N"), 1 },
        { nameof(RowScopeKind.Nothing), null, 0 },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task A_scope_holds_for_persons_and_for_their_needs(string kind, string? code, int persons)
    {
        var answer = await house.AskAsync(new Asker(Scope: new RowScope(Enum.Parse<RowScopeKind>(kind), code)), Counts);

        Assert.Equal(
            $$$$"""{"persons":{"totalCount":{{{{persons}}}}},"serviceNeeds":{"totalCount":{{{{3 * persons}}}}}}""", answer.Data.GetRawText());
        Assert.Equal(persons == 0, answer.Statements.Count == 0);
    }

    [Fact]
    public async Task Ids_that_are_unknown_out_of_reach_or_misspelt_answer_null()
    {
        var asker = new Asker(Scope: RowScope.HukouDivision("530102"));
        var (mine, other) = (SmallRegister.IdOf(0), SmallRegister.IdOf(1));

        var answer = await house.AskAsync(
            asker,
            $$"""{ nodes(ids: ["{{mine}}", "{{other}}", "person_1", "x", "{{mine.ToUpperInvariant()}}", "{{mine}}"]) { ... on Person { name } } node(id: "{{other}}") { id } }""");

        Assert.Equal(
            """{"nodes":[{"name":"张伟00"},null,null,null,null,{"name":"张伟00"}],"node":null}""", answer.Data.GetRawText());
        Assert.Single(answer.Operation.Record.Persons);
    }

    [Fact]
    public async Task A_number_finds_its_person_now_and_by_a_former_number()
    {
        var answer = await house.AskAsync(
            new Asker(),
            """{ now: personByIdNumber(idNumber: "53019919681105014X") { id } then: personByIdNumber(idNumber: "530199200002290185") { id } nobody: personByIdNumber(idNumber: "53019919880808038X") { id } }""");

        Assert.Equal(
            $$$"""{"now":{"id":"{{{SmallRegister.IdOf(1)}}}"},"then":{"id":"{{{SmallRegister.IdOf(1)}}}"},"nobody":null}""",
            answer.Data.GetRawText());
    }

    [Theory]
    [InlineData(Purpose.Cert, "PERSON_AMBIGUOUS")]
    [InlineData(Purpose.Subsidy, null)]
    public async Task A_number_that_several_share_names_nobody(Purpose purpose, string? code)
    {
        var answer = await house.AskAsync(new Asker(Purpose: purpose), """{ personByIdNumber(idNumber: "53019919550817003X") { id name } }""");

        Assert.Equal("""{"personByIdNumber":null}""", answer.Data.GetRawText());
        Assert.Equal(code, answer.Code);
        Assert.Empty(answer.Operation.Record.Persons);
    }

    [Theory]
    [InlineData("53019919760229001071", true)]
    [InlineData("53019919760229001043", false)]
    [InlineData("53019919760229001071B1", false)]
    public async Task A_certificate_is_found_by_exactly_its_number(string number, bool found)
    {
        var answer = await house.AskAsync(new Asker(), $$"""{ personByCertificateNumber(certificateNumber: "{{number}}") { certificate { number } } }""");

        Assert.Equal(
            found
                ? $$$$"""{"personByCertificateNumber":{"certificate":{"number":"{{{{number}}}}"}}}"""
                : """{"personByCertificateNumber":null}""",
            answer.Data.GetRawText());
    }

    [Fact]
    public async Task Cases_are_read_by_role_and_unit()
    {
        const string Query = "{ cases(order: [{ openedAt: ASC }]) { nodes { kind person { name } } } }";

        var reviewer = await house.AskAsync(new Asker("reviewer-1", Kind: ClientKind.User).InRole("Case.Review"), Query);
        var office = await house.AskAsync(new Asker(), Query);
        var receiving = await house.AskAsync(new Asker(Scope: RowScope.ManagementUnit("530128")), Query);
        var stranger = await house.AskAsync(new Asker(Scope: RowScope.ManagementUnit("530181")), Query);
        var notTheReporter = await house.AskAsync(new Asker(Purpose: Purpose.Survey), Query);
        var other = await house.AskAsync(new Asker(Purpose: Purpose.Survey, Kind: ClientKind.User), Query);

        Assert.Equal("""[{"kind":"REVIEW","person":{"name":"张伟00"}}]""", Nodes(reviewer));
        Assert.Equal("""[{"kind":"TRANSFER","person":{"name":"李芳01"}}]""", Nodes(office));
        Assert.Equal("""[{"kind":"TRANSFER","person":{"name":"李芳01"}}]""", Nodes(receiving));
        Assert.Equal("[]", Nodes(stranger));
        Assert.Equal("[]", Nodes(notTheReporter));
        Assert.Equal("[]", Nodes(other));
        Assert.Empty(other.Statements);
    }

    [Fact]
    public async Task Places_are_open_to_everybody()
    {
        var answer = await house.AskAsync(
            new Asker(Scope: RowScope.Nothing), "{ managementUnits { code } communities { nodes { code division { name } } } }");

        Assert.Equal(16, answer.Data.GetProperty("managementUnits").GetArrayLength());
        Assert.Equal("五华区", answer.Data.GetProperty("communities").GetProperty("nodes")[0].GetProperty("division").GetProperty("name").GetString());
        Assert.False(answer.Operation.Record.ConcernsPersons);
    }

    private static string Nodes(Answer answer) => answer.Data.GetProperty("cases").GetProperty("nodes").GetRawText();
}
