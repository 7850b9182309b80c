using Domain.Access;

namespace SharingApi.Tests.Plans;

public sealed class FilterTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Theory]
    [InlineData("{}", 60)]
    [InlineData("{ sex: { eq: MALE } }", 30)]
    [InlineData("{ sex: { neq: MALE } }", 30)]
    [InlineData("{ ethnicity: { eq: null } }", 20)]
    [InlineData("{ ethnicity: { neq: null } }", 40)]
    [InlineData("{ ethnicity: { eq: \"彝族\" } }", 40)]
    [InlineData("{ ethnicity: { neq: \"彝族\" } }", 20)]
    [InlineData("{ ethnicity: { nin: [\"彝族\"] } }", 20)]
    [InlineData("{ ethnicity: { nin: [\"彝族\", null] } }", 0)]
    [InlineData("{ ethnicity: { in: [\"白族\", null] } }", 20)]
    [InlineData("{ ethnicity: { in: [] } }", 0)]
    [InlineData("{ ethnicity: { ncontains: \"彝\" } }", 20)]
    [InlineData("{ name: { startsWith: \"张\" } }", 15)]
    [InlineData("{ name: { startsWith: \"张\", endsWith: \"0\" } }", 3)]
    [InlineData("{ name: { contains: \"%\" } }", 0)]
    [InlineData("{ or: [{ name: { startsWith: \"张\" } }, { name: { startsWith: \"李\" } }] }", 30)]
    [InlineData("{ and: [{ sex: { eq: MALE } }, { ethnicity: { eq: null } }] }", 10)]
    [InlineData("{ hukou: { division: { code: { eq: \"530128\" } } } }", 30)]
    [InlineData("{ hukou: { since: { gte: \"2019-01-01\" } } }", 15)]
    [InlineData("{ hukou: { since: { ngte: \"2019-01-01\" } } }", 45)]
    [InlineData("{ community: { code: { eq: \"530102001001\" } } }", 30)]
    [InlineData("{ community: { townName: { contains: \"屏山\" } } }", 30)]
    [InlineData("{ managementUnit: { code: { in: [\"530102\"] } } }", 30)]
    [InlineData("{ certificate: { level: { lte: 2 }, status: { eq: ACTIVE } } }", 30)]
    [InlineData("{ birthDate: { lt: \"1976-01\" } }", 36)]
    [InlineData("{ idNumber: { eq: \"530199197602290010\" } }", 1)]
    [InlineData("{ phone: { in: [\"13800000002\", \"13800000004\", \"1\"] } }", 2)]
    [InlineData("{ serviceNeeds: { any: true } }", 60)]
    [InlineData("{ serviceNeeds: { any: false } }", 0)]
    [InlineData("{ serviceNeeds: { some: {}, all: {} } }", 60)]
    [InlineData("{ serviceNeeds: { none: {} } }", 0)]
    [InlineData("{ serviceNeeds: { some: { year: { gte: 2023 } } } }", 30)]
    [InlineData("{ serviceNeeds: { none: { year: { gte: 2023 } } } }", 30)]
    [InlineData("{ serviceNeeds: { all: { year: { gte: 2023 } } } }", 30)]
    [InlineData("{ serviceNeeds: { all: { kind: { eq: WANTED } } } }", 0)]
    [InlineData("{ serviceNeeds: { some: { provider: { eq: null } } } }", 60)]
    [InlineData("{ serviceNeeds: { all: { provider: { neq: null } } } }", 0)]
    [InlineData("{ serviceNeeds: { all: { provider: { neq: \"社区\" } } } }", 0)]
    [InlineData("{ serviceNeeds: { some: { or: [{ year: { eq: 2020 } }, { year: { eq: 2025 } }] } } }", 60)]
    [InlineData("{ serviceNeeds: { some: { person: { sex: { eq: MALE }, serviceNeeds: { none: { year: { eq: 2025 } } } } } } }", 30)]
    [InlineData("{ or: [{ serviceNeeds: { any: false } }, { subsidies: { any: true } }] }", 1)]
    [InlineData("{ subsidies: { any: false } }", 59)]
    [InlineData("{ subsidies: { all: { kind: { eq: NURSING } } } }", 59)]
    [InlineData("{ subsidies: { some: { until: { eq: null } } } }", 1)]
    public async Task A_filter_counts_what_it_says(string where, int expected)
    {
        var answer = await house.AskAsync(new Asker(), $"{{ persons(where: {where}) {{ totalCount nodes {{ id }} }} }}");

        Assert.True(answer.Json.TryGetProperty("data", out _), answer.Text);
        Assert.Equal(expected, answer.Data.GetProperty("persons").GetProperty("totalCount").GetInt32());
        Assert.Equal(Math.Min(expected, 50), answer.Data.GetProperty("persons").GetProperty("nodes").GetArrayLength());
    }

    [Theory]
    [InlineData("persons(where: { phone: { eq: \"1\" } }) { totalCount }", "where.phone")]
    [InlineData("persons(where: { or: [{}, { and: [{ phone: {} }] }] }) { totalCount }", "where.or[1].and[0].phone")]
    [InlineData("persons(where: { community: { name: { eq: \"1\" } } }) { totalCount }", "where.community")]
    [InlineData("persons(order: [{ name: ASC }, { sex: DESC }]) { totalCount }", "order[1].sex")]
    [InlineData("serviceNeeds(where: { person: { sex: { eq: MALE } } }) { totalCount }", "where.person.sex")]
    [InlineData("persons(where: { subsidies: { any: true } }) { totalCount }", "where.subsidies")]
    [InlineData("persons(where: { serviceNeeds: { some: { person: { sex: { eq: MALE } } } } }) { totalCount }", "where.serviceNeeds.some.person.sex")]
    [InlineData("personByIdNumber(idNumber: \"530199197602290010\") { name }", "idNumber")]
    [InlineData("communities { totalCount } persons(where: { sex: { eq: MALE } }) { totalCount }", "where.sex")]
    public async Task What_is_not_clear_neither_filters_nor_sorts_and_nothing_is_read(string field, string input)
    {
        var asker = new Asker()
            .With(CatalogueItem.PersonPhone, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonSex, DisclosureLevel.MatchOnly)
            .With(CatalogueItem.SubsidyReceived, DisclosureLevel.Masked)
            .With(CatalogueItem.PersonCommunity, DisclosureLevel.Aggregate)
            .With(CatalogueItem.PersonIdNumber, DisclosureLevel.Denied);

        var answer = await house.AskAsync(asker, $"{{ {field} }}");

        Assert.Equal("AUTH_FILTER_NOT_AUTHORIZED", answer.Code);
        Assert.Equal(input, answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("input").GetString());
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Empty(answer.Statements);
        Assert.True(answer.Operation.Record.ConcernsPersons);
    }

    [Theory]
    [InlineData("persons(first: 0) { totalCount }", "LIMIT_PAGE_SIZE")]
    [InlineData("persons(first: 201) { totalCount }", "LIMIT_PAGE_SIZE")]
    [InlineData("persons(first: 1, last: 1) { totalCount }", "INPUT_INVALID")]
    [InlineData("persons(after: \"AAAA\") { totalCount }", "CURSOR_INVALID")]
    [InlineData("persons(after: \"不\") { totalCount }", "CURSOR_INVALID")]
    [InlineData("persons(where: { hukou: { since: { gt: null } } }) { totalCount }", "INPUT_INVALID")]
    [InlineData("persons(where: { serviceNeeds: { any: null } }) { totalCount }", "INPUT_INVALID")]
    [InlineData("persons(where: { serviceNeeds: { some: null } }) { totalCount }", "INPUT_INVALID")]
    public async Task Arguments_that_cannot_be_met_are_refused_before_anything_is_read(string field, string code)
    {
        var answer = await house.AskAsync(new Asker(), $"{{ {field} }}");

        Assert.Equal(code, answer.Code);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task Rows_that_are_not_clear_do_not_exist_inside_of_a_list_filter()
    {
        var asker = new Asker();
        foreach (var item in CatalogueItem.All.Where(item => item.Key.StartsWith("serviceNeed.", StringComparison.Ordinal) && item != CatalogueItem.NeedEducation))
        {
            asker = asker.With(item, DisclosureLevel.Denied);
        }

        const string Counts = """
            { some: persons(where: { serviceNeeds: { some: {} } }) { totalCount }
              none: persons(where: { serviceNeeds: { any: false } }) { totalCount }
              all: persons(where: { serviceNeeds: { all: { domain: { eq: EDUCATION } } } }) { totalCount }
              other: persons(where: { serviceNeeds: { some: { domain: { neq: EDUCATION } } } }) { totalCount }
              rows: serviceNeeds(first: 200) { nodes { person { id } } } }
            """;
        var data = (await house.AskAsync(asker, Counts)).Data;

        var persons = data.GetProperty("rows").GetProperty("nodes").EnumerateArray()
            .Select(need => need.GetProperty("person").GetProperty("id").GetString()).Distinct().Count();
        int Count(string name) => data.GetProperty(name).GetProperty("totalCount").GetInt32();
        Assert.InRange(persons, 20, 25);
        Assert.Equal((persons, 60 - persons, 60, 0), (Count("some"), Count("none"), Count("all"), Count("other")));

        var nothing = await house.AskAsync(asker.With(CatalogueItem.NeedEducation, DisclosureLevel.Masked), "{ persons(where: { serviceNeeds: { any: true } }) { totalCount } }");
        Assert.Equal("AUTH_FILTER_NOT_AUTHORIZED", nothing.Code);
        Assert.Empty(nothing.Statements);
    }

    [Theory]
    [InlineData(101, "{ serviceNeeds: { any: true } } ", "", "")]
    [InlineData(3, "{ serviceNeeds: { none: { person: ", "{}", " } } }")]
    public async Task Conditions_on_lists_are_counted_as_cost(int times, string opening, string innermost, string closing)
    {
        var all = string.Concat([.. Enumerable.Repeat(opening, times), innermost, .. Enumerable.Repeat(closing, times)]);

        var answer = await house.AskAsync(new Asker(), $"{{ persons(first: 1, where: {{ or: [{all}] }}) {{ nodes {{ id }} }} }}");

        Assert.Equal("LIMIT_COST", answer.Code);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_list_of_values_has_a_limit()
    {
        var names = string.Join(',', Enumerable.Repeat("\"x\"", 201));

        var answer = await house.AskAsync(new Asker(), $"{{ persons(where: {{ name: {{ in: [{names}] }} }}) {{ totalCount }} }}");

        Assert.Equal("LIMIT_LIST_SIZE", answer.Code);
    }
}
