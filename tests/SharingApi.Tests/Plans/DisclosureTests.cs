using System.Text.Json;
using Domain.Access;

namespace SharingApi.Tests.Plans;

public sealed class DisclosureTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Theory]
    [InlineData(DisclosureLevel.MatchOnly)]
    [InlineData(DisclosureLevel.Aggregate)]
    [InlineData(DisclosureLevel.Denied)]
    public async Task What_is_withheld_is_not_in_the_statement(DisclosureLevel level)
    {
        var asker = new Asker().With(CatalogueItem.PersonEthnicity, level).With(CatalogueItem.PersonPhone, level);

        var answer = await house.AskAsync(asker, "{ persons(first: 3) { nodes { name ethnicity tel: phone } } }");

        var statement = Assert.Single(answer.Statements);
        Assert.DoesNotContain("Ethnicity", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("Phone", statement, StringComparison.Ordinal);
        Assert.All(answer.Data.GetProperty("persons").GetProperty("nodes").EnumerateArray(), person =>
            Assert.Equal(JsonValueKind.Null, person.GetProperty("tel").ValueKind));
        Assert.Equal(["persons/nodes/0/ethnicity x3", "persons/nodes/0/tel x3"], Denied(answer));
        Assert.Equal(["persons/nodes/ethnicity " + level, "persons/nodes/tel " + level], Notes(answer));
    }

    [Fact]
    public async Task Masked_values_keep_their_form()
    {
        var asker = new Asker()
            .With(CatalogueItem.PersonName, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonIdNumber, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonBirthDate, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonPhone, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonSex, DisclosureLevel.Masked)
            .With(CatalogueItem.CertificateNumber, DisclosureLevel.Masked);

        var answer = await house.AskAsync(asker, $$"""{ node(id: "{{SmallRegister.IdOf(0)}}") { ... on Person { name idNumber birthDate phone sex certificate { number } } } }""");

        Assert.Equal(
            """{"name":"张***","idNumber":"530199************","birthDate":"1976","phone":"138****0000","sex":null,"certificate":{"number":"530199**************"}}""",
            answer.Data.GetProperty("node").GetRawText());
        Assert.DoesNotContain("\"Sex\"", Assert.Single(answer.Statements), StringComparison.Ordinal);
        Assert.Empty(answer.Operation.Denied);
        Assert.Equal(6, answer.Operation.Notes.Count);
    }

    [Fact]
    public async Task An_object_of_which_nothing_may_be_seen_is_given_empty_to_everybody_and_not_read()
    {
        var asker = new Asker()
            .With(CatalogueItem.PersonGuardian, DisclosureLevel.Denied)
            .With(CatalogueItem.PersonGuardianPhone, DisclosureLevel.Denied)
            .With(CatalogueItem.PersonResidence, DisclosureLevel.Denied);

        var answer = await house.AskAsync(
            asker, "{ persons(first: 4) { nodes { guardian { name phone } residence { address community { name } } } } }");

        Assert.All(answer.Data.GetProperty("persons").GetProperty("nodes").EnumerateArray(), person => Assert.Equal(
            """{"guardian":{"name":null,"phone":null},"residence":{"address":null,"community":null}}""", person.GetRawText()));
        Assert.DoesNotContain("Guardian", answer.Statements[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Residence", answer.Statements[0], StringComparison.Ordinal);
        Assert.All(answer.Operation.Denied, denied => Assert.Equal(4, denied.Count));
    }

    [Fact]
    public async Task An_object_that_may_be_seen_in_part_is_null_where_there_is_none()
    {
        var asker = new Asker().With(CatalogueItem.PersonGuardianPhone, DisclosureLevel.Denied);

        var answer = await house.AskAsync(asker, "{ persons(first: 4, order: [{ id: ASC }]) { nodes { guardian { name phone } } } }");

        Assert.Equal(
            """[{"guardian":{"name":"李四","phone":null}},{"guardian":null},{"guardian":{"name":"李四","phone":null}},{"guardian":null}]""",
            answer.Data.GetProperty("persons").GetProperty("nodes").GetRawText());
        Assert.Equal(["persons/nodes/0/guardian/phone x2"], Denied(answer));
    }

    [Fact]
    public async Task A_list_that_is_guarded_as_a_whole_is_null_with_one_error()
    {
        var asker = new Asker()
            .With(CatalogueItem.SubsidyReceived, DisclosureLevel.Denied).With(CatalogueItem.PersonCommunity, DisclosureLevel.Denied);

        var answer = await house.AskAsync(asker, "{ persons(first: 2) { edges { node { subsidies { kind } community { name } } } } }");

        Assert.Equal(["persons/edges/0/node/subsidies x2", "persons/edges/0/node/community x2"], Denied(answer));
        Assert.DoesNotContain("Communit", Assert.Single(answer.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withheld_further_down_is_counted_where_it_stands()
    {
        var asker = new Asker().With(CatalogueItem.PersonSex, DisclosureLevel.Denied);

        var answer = await house.AskAsync(asker, "{ persons(first: 2) { nodes { name serviceNeeds { person { sex } } } } }");

        Assert.Equal(["persons/nodes/0/serviceNeeds/0/person/sex x6"], Denied(answer));
    }

    [Fact]
    public async Task Without_a_row_there_is_a_note_and_no_error()
    {
        var asker = new Asker().With(CatalogueItem.PersonSex, DisclosureLevel.Denied);

        var answer = await house.AskAsync(asker, """{ persons(where: { name: { eq: "nobody" } }) { nodes { sex } } }""");

        Assert.Empty(answer.Operation.Denied);
        Assert.Equal(["persons/nodes/sex Denied"], Notes(answer));
        Assert.True(answer.Operation.Record.ConcernsPersons);
        Assert.Empty(answer.Operation.Record.Persons);
    }

    [Fact]
    public async Task Needs_of_a_domain_that_is_not_clear_do_not_exist()
    {
        var asker = new Asker();
        foreach (var item in CatalogueItem.All.Where(item => item.Key.StartsWith("serviceNeed.", StringComparison.Ordinal)))
        {
            asker.With(item, DisclosureLevel.Denied);
        }

        var none = await house.AskAsync(asker, "{ serviceNeeds { totalCount nodes { id } } persons(first: 2) { nodes { serviceNeeds { id } } } }");
        asker.With(CatalogueItem.NeedCare, DisclosureLevel.Clear);
        var care = await house.AskAsync(asker, "{ serviceNeeds { totalCount nodes { domain } } }");

        Assert.Equal("""{"serviceNeeds":{"totalCount":0,"nodes":[]},"persons":{"nodes":[{"serviceNeeds":[]},{"serviceNeeds":[]}]}}""", none.Data.GetRawText());
        Assert.DoesNotContain("ServiceNeeds", Assert.Single(none.Statements), StringComparison.Ordinal);
        Assert.Equal(22, care.Data.GetProperty("serviceNeeds").GetProperty("totalCount").GetInt32());
    }

    private static IEnumerable<string> Denied(Answer answer) =>
        answer.Operation.Denied.Select(denied => $"{string.Join('/', denied.FirstPath)} x{denied.Count}");

    private static IEnumerable<string> Notes(Answer answer) =>
        answer.Operation.Notes.Select(note => $"{string.Join('/', note.Path)} {note.Level}");
}
