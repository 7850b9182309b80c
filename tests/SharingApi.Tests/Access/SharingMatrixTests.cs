using System.Net;

namespace SharingApi.Tests.Access;

/// <summary>
/// The sharing matrix, cell by cell, against the running server: what a client selects, filters by and sorts by for a purpose
/// is answered as <c>schema/sharing-matrix.csv</c> says. The file is read here anew, not through the product.
/// </summary>
public sealed class SharingMatrixTests(MatrixApp matrix) : IClassFixture<MatrixApp>
{
    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task What_is_selected_is_answered_at_the_level_of_the_matrix(string client, string purpose)
    {
        var caller = matrix.App.As(client, purpose);
        var (document, root) = purpose == "VERIFY"
            ? ($"{{ p: node(id: \"{matrix.SomePerson}\") {{ ... on Person {{ %s }} }} }}", "p")
            : ("{ persons(first: 200) { nodes { %s } } }", "persons.nodes");
        foreach (var field in SharingMatrix.Fields)
        {
            var level = SharingMatrix.LevelOf(client, purpose, field.Item);
            var answer = await caller.AskAsync(document.Replace("%s", field.Select, StringComparison.Ordinal));

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var path = $"{root}.{SharingMatrix.PathOf(field.Select)}";
            var noted = answer.Disclosure.FirstOrDefault(note => path == note.Key || path.StartsWith(note.Key + ".", StringComparison.Ordinal)).Value;
            var values = SharingMatrix.LeavesOf(answer.Data, path.Split('.')).ToList();
            switch (level)
            {
                case 'C':
                    Assert.Null(noted);
                    Assert.Empty(answer.Errors);
                    break;
                case 'M':
                    Assert.Equal("MASKED", noted);
                    Assert.Empty(answer.Errors);
                    Assert.All(values, value => Assert.True(SharingMatrix.IsMasked(field.Select, value), $"{field.Select} is not masked"));
                    break;
                default:
                    Assert.Equal(SharingMatrix.WordOf(level), noted);
                    Assert.Equal(["AUTH_NOT_AUTHORIZED"], answer.Codes);
                    Assert.All(values, value => Assert.Null(value));
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task Only_what_is_clear_filters_and_sorts(string client, string purpose)
    {
        var caller = matrix.App.As(client, purpose);
        foreach (var field in SharingMatrix.Fields)
        {
            var mayAskPersons = purpose != "VERIFY";
            var isClear = SharingMatrix.LevelOf(client, purpose, field.Item) == 'C';
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
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task A_service_need_whose_domain_is_not_clear_does_not_exist(string client, string purpose)
    {
        if (purpose == "VERIFY")
        {
            return;
        }

        var caller = matrix.App.As(client, purpose);
        foreach (var (item, domain) in SharingMatrix.Domains)
        {
            var isClear = SharingMatrix.LevelOf(client, purpose, item) == 'C';

            var data = await caller.DataAsync($"{{ serviceNeeds(first: 1, where: {{domain: {{eq: {domain}}}}}) {{ totalCount nodes {{ domain }} }} }}");

            var count = data.GetProperty("serviceNeeds").GetProperty("totalCount").GetInt32();
            Assert.True(isClear ? count > 0 || client == "holder" : count == 0, $"{client}/{purpose} counts {count} of {domain}");
        }
    }

    [Theory]
    [MemberData(nameof(SharingMatrix.CallersOfPersons), MemberType = typeof(SharingMatrix))]
    public async Task The_viewer_says_the_same(string client, string purpose)
    {
        var data = await matrix.App.As(client).DataAsync("{ viewer { purposes { purpose items { item level } } } }");

        var items = data.GetProperty("viewer").GetProperty("purposes").EnumerateArray()
            .Single(entry => entry.GetProperty("purpose").GetString() == purpose)
            .GetProperty("items").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("item").GetString()!, entry => entry.GetProperty("level").GetString());
        Assert.All(SharingMatrix.Items, item => Assert.Equal(
            SharingMatrix.WordOf(SharingMatrix.LevelOf(client, purpose, item)),
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
}
