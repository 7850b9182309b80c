using System.Net;
using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// The sharing matrix, cell by cell, against the running server: what a client selects, filters by and sorts by for a purpose
/// is answered as <c>schema/sharing-matrix.csv</c> says. The file is read here anew, not through the product.
/// </summary>
public sealed class SharingMatrixTests(MatrixApp matrix) : IClassFixture<MatrixApp>
{
    /// <summary>Client and purpose, and the column that rules them (api.md 2).</summary>
    private static readonly (string Client, string Purpose, string Column)[] Callers =
    [
        ("public-security", "VERIFY", "public-security/VERIFY"),
        ("civil-affairs", "SUBSIDY", "civil-affairs/SUBSIDY"),
        ("civil-affairs", "ASSIST", "civil-affairs/ASSIST"),
        ("county-wuhua", "SUBSIDY", "civil-affairs/SUBSIDY"),
        ("county-luquan", "ASSIST", "civil-affairs/ASSIST"),
        ("health", "REHAB", "health/REHAB"),
        ("federation", "CERT", "federation/CERT"),
        ("federation-wuhua", "CERT", "federation/CERT"),
        ("federation-wuhua", "SURVEY", "county-federation/SURVEY"),
        ("federation-luquan", "SURVEY", "county-federation/SURVEY"),
        ("reviewer-1", "CERT", "federation/CERT"),
        ("holder", "SELF", "holder/SELF"),
    ];

    /// <summary>Every item that a person's fields carry: how to select it, and how to filter and sort by it (null: nobody can).</summary>
    private static readonly (string Item, string Select, string? Filter, string? Sort)[] Fields =
    [
        ("person.name", "name", "name:{eq:\"x\"}", "name:ASC"),
        ("person.idNumber", "idNumber", "idNumber:{eq:\"53019919681105014X\"}", null),
        ("person.birthDate", "birthDate", "birthDate:{gt:\"1990\"}", "birthDate:DESC"),
        ("person.sex", "sex", "sex:{eq:MALE}", "sex:ASC"),
        ("person.ethnicity", "ethnicity", "ethnicity:{eq:\"x\"}", "ethnicity:ASC"),
        ("person.hukouDivision", "hukou{division{code}}", "hukou:{division:{code:{eq:\"530102\"}}}", "hukou:{division:{code:ASC}}"),
        ("person.hukouDivision", "hukou{status}", "hukou:{status:{eq:REGISTERED}}", "hukou:{status:ASC}"),
        ("person.hukouDivision", "hukou{since}", "hukou:{since:{gt:\"2000-01-01\"}}", "hukou:{since:ASC}"),
        ("person.hukouAddress", "hukou{address}", "hukou:{address:{startsWith:\"x\"}}", "hukou:{address:ASC}"),
        ("person.managementUnit", "managementUnit{code}", "managementUnit:{code:{eq:\"530102\"}}", "managementUnit:{code:ASC}"),
        ("person.community", "community{code}", "community:{code:{eq:\"x\"}}", "community:{code:ASC}"),
        ("person.community", "hukou{community{code}}", "hukou:{community:{code:{eq:\"x\"}}}", "hukou:{community:{code:ASC}}"),
        ("person.residence", "residence{address}", "residence:{address:{eq:\"x\"}}", "residence:{address:ASC}"),
        ("person.phone", "phone", "phone:{eq:\"13900000000\"}", null),
        ("person.guardian", "guardian{name}", "guardian:{name:{eq:\"x\"}}", "guardian:{name:ASC}"),
        ("person.guardian", "guardian{relation}", "guardian:{relation:{eq:\"x\"}}", "guardian:{relation:ASC}"),
        ("person.guardianPhone", "guardian{phone}", null, null),
        ("person.lifeStatus", "lifeStatus", "lifeStatus:{eq:ALIVE}", "lifeStatus:ASC"),
        ("person.deathDate", "deathDate", "deathDate:{gt:\"2020\"}", "deathDate:ASC"),
        ("certificate.number", "certificate{number}", null, null),
        ("certificate.status", "certificate{status}", "certificate:{status:{eq:ACTIVE}}", "certificate:{status:ASC}"),
        ("certificate.status", "certificate{validUntil}", "certificate:{validUntil:{gt:\"2026-01-01\"}}", "certificate:{validUntil:ASC}"),
        ("certificate.status", "certificate{issuedOn}", "certificate:{issuedOn:{gt:\"2016-01-01\"}}", "certificate:{issuedOn:ASC}"),
        ("certificate.statusReason", "certificate{statusReason}", "certificate:{statusReason:{eq:DEATH}}", "certificate:{statusReason:ASC}"),
        ("certificate.category", "certificate{category}", "certificate:{category:{eq:VISUAL}}", "certificate:{category:ASC}"),
        ("certificate.level", "certificate{level}", "certificate:{level:{eq:1}}", "certificate:{level:ASC}"),
        ("certificate.level", "certificate{isSevere}", null, null),
        ("certificate.components", "certificate{components{category}}", null, null),
        ("subsidy.received", "subsidies{kind}", null, null),
        ("subsidy.dibao", "isOnSubsistenceAllowance", "isOnSubsistenceAllowance:{eq:true}", "isOnSubsistenceAllowance:ASC"),
    ];

    private static readonly (string Item, string Domain)[] Domains =
    [
        ("serviceNeed.economyHousing", "ECONOMY_HOUSING"),
        ("serviceNeed.education", "EDUCATION"),
        ("serviceNeed.employment", "EMPLOYMENT"),
        ("serviceNeed.socialSecurity", "SOCIAL_SECURITY"),
        ("serviceNeed.care", "CARE"),
        ("serviceNeed.medicalRehab", "MEDICAL_REHAB"),
        ("serviceNeed.accessibility", "ACCESSIBILITY"),
        ("serviceNeed.cultureSports", "CULTURE_SPORTS"),
    ];

    public static TheoryData<string, string> CallersOfPersons()
    {
        var data = new TheoryData<string, string>();
        foreach (var (client, purpose, _) in Callers)
        {
            data.Add(client, purpose);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CallersOfPersons))]
    public async Task What_is_selected_is_answered_at_the_level_of_the_matrix(string client, string purpose)
    {
        var caller = matrix.App.As(client, purpose);
        var (document, root) = purpose == "VERIFY"
            ? ($"{{ p: node(id: \"{matrix.SomePerson}\") {{ ... on Person {{ %s }} }} }}", "p")
            : ("{ persons(first: 200) { nodes { %s } } }", "persons.nodes");
        foreach (var field in Fields)
        {
            var level = Matrix.LevelOf(client, purpose, field.Item);
            var answer = await caller.AskAsync(document.Replace("%s", field.Select, StringComparison.Ordinal));

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var path = $"{root}.{PathOf(field.Select)}";
            var noted = answer.Disclosure.FirstOrDefault(note => path == note.Key || path.StartsWith(note.Key + ".", StringComparison.Ordinal)).Value;
            var values = LeavesOf(answer.Data, path.Split('.')).ToList();
            switch (level)
            {
                case 'C':
                    Assert.Null(noted);
                    Assert.Empty(answer.Errors);
                    break;
                case 'M':
                    Assert.Equal("MASKED", noted);
                    Assert.Empty(answer.Errors);
                    Assert.All(values, value => Assert.True(IsMasked(field.Select, value), $"{field.Select} is not masked"));
                    break;
                default:
                    Assert.Equal(level switch { 'V' => "MATCH_ONLY", 'A' => "AGGREGATE", _ => "DENIED" }, noted);
                    Assert.Equal(["AUTH_NOT_AUTHORIZED"], answer.Codes);
                    Assert.All(values, value => Assert.Null(value));
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallersOfPersons))]
    public async Task Only_what_is_clear_filters_and_sorts(string client, string purpose)
    {
        var caller = matrix.App.As(client, purpose);
        foreach (var field in Fields)
        {
            var mayAskPersons = purpose != "VERIFY";
            var isClear = Matrix.LevelOf(client, purpose, field.Item) == 'C';
            foreach (var argument in new[] { field.Filter is null ? null : $"where:{{{field.Filter}}}", field.Sort is null ? null : $"order:[{{{field.Sort}}}]" })
            {
                if (argument is null)
                {
                    continue;
                }

                var answer = await caller.AskAsync($"{{ persons(first: 1, {argument}) {{ nodes {{ id }} }} }}");

                var expected = (mayAskPersons, isClear) switch
                {
                    (false, _) => "AUTH_NOT_AUTHORIZED",
                    (true, true) => null,
                    (true, false) => "AUTH_FILTER_NOT_AUTHORIZED",
                };
                Assert.Equal(expected is null ? [] : [expected], answer.Codes);
                Assert.Equal(expected is null ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
                Assert.Equal(expected is null, answer.HasData);
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallersOfPersons))]
    public async Task A_service_need_whose_domain_is_not_clear_does_not_exist(string client, string purpose)
    {
        if (purpose == "VERIFY")
        {
            return;
        }

        var caller = matrix.App.As(client, purpose);
        foreach (var (item, domain) in Domains)
        {
            var isClear = Matrix.LevelOf(client, purpose, item) == 'C';

            var data = await caller.DataAsync($"{{ serviceNeeds(first: 1, where: {{domain: {{eq: {domain}}}}}) {{ totalCount nodes {{ domain }} }} }}");

            var count = data.GetProperty("serviceNeeds").GetProperty("totalCount").GetInt32();
            Assert.True(isClear ? count > 0 || client == "holder" : count == 0, $"{client}/{purpose} counts {count} of {domain}");
        }
    }

    [Theory]
    [MemberData(nameof(CallersOfPersons))]
    public async Task The_viewer_says_the_same(string client, string purpose)
    {
        var data = await matrix.App.As(client).DataAsync("{ viewer { purposes { purpose items { item level } } } }");

        var items = data.GetProperty("viewer").GetProperty("purposes").EnumerateArray()
            .Single(entry => entry.GetProperty("purpose").GetString() == purpose)
            .GetProperty("items").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("item").GetString()!, entry => entry.GetProperty("level").GetString());
        Assert.All(Matrix.Items, item => Assert.Equal(
            Matrix.LevelOf(client, purpose, item) switch { 'C' => "CLEAR", 'M' => "MASKED", 'V' => "MATCH_ONLY", 'A' => "AGGREGATE", _ => "DENIED" },
            items[item]));
    }

    [Theory]
    [InlineData("analyst", "STATS", "AUTH_NOT_AUTHORIZED")]
    [InlineData("auditor", "AUDIT", "AUTH_NOT_AUTHORIZED")]
    [InlineData("public-security", "LIFE_SYNC", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("court", "LIFE_SYNC", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("civil-affairs", "REHAB", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("access-admin-1", "CERT", "AUTH_PURPOSE_NOT_GRANTED")]
    public async Task Purposes_that_do_not_open_persons_refuse_the_whole_request(string client, string purpose, string code)
    {
        var answer = await matrix.App.As(client, purpose).AskAsync("{ persons(first: 1) { nodes { id } } }");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.False(answer.HasData);
    }

    private static string PathOf(string select) => select.Replace("{", ".", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    /// <summary>The values at a path, lists flattened; null where an object on the way is null.</summary>
    private static IEnumerable<string?> LeavesOf(JsonElement element, ReadOnlyMemory<string> path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                yield return null;
                break;
            case JsonValueKind.Array:
                foreach (var leaf in element.EnumerateArray().SelectMany(item => LeavesOf(item, path)))
                {
                    yield return leaf;
                }

                break;
            case JsonValueKind.Object:
                foreach (var leaf in LeavesOf(element.GetProperty(path.Span[0]), path[1..]))
                {
                    yield return leaf;
                }

                break;
            default:
                yield return element.ToString();
                break;
        }
    }

    private static bool IsMasked(string select, string? value) => value is null || select switch
    {
        "birthDate" => value.Length == 4,
        "deathDate" => value.Length <= 7,
        _ => value.Contains('*', StringComparison.Ordinal),
    };

    /// <summary>The file as a lawyer would read it.</summary>
    private static class Matrix
    {
        private static readonly string[][] Rows = [.. File
            .ReadAllLines(Path.Combine(Repository.Root, "schema", "sharing-matrix.csv"))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','))];

        public static IEnumerable<string> Items => Rows.Skip(1).Select(row => row[0]);

        public static char LevelOf(string client, string purpose, string item)
        {
            var name = Callers.Single(caller => caller.Client == client && caller.Purpose == purpose).Column;
            return Rows.Single(row => row[0] == item)[Array.IndexOf(Rows[0], name)][0];
        }
    }
}

/// <summary>One server for the whole matrix, and a person to look up (not by number: at match-only each look-up would count as a check).</summary>
public sealed class MatrixApp : IAsyncLifetime
{
    public SharingApp App { get; private set; } = null!;

    public string SomePerson { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await SharingApp.StartAsync();
        var data = await App.As("federation", "CERT").DataAsync(
            "{ persons(first: 1, where: {certificate: {status: {eq: ACTIVE}}}) { nodes { id } } }");
        SomePerson = data.GetProperty("persons").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
