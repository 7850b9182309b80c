using System.Text.Json;
using Domain.Access;

namespace SharingApi.Tests.Plans;

public sealed class PagingTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Theory]
    [InlineData("[{ id: ASC }]")]
    [InlineData("[{ name: DESC }]")]
    [InlineData("[{ ethnicity: ASC }, { birthDate: DESC }]")]
    [InlineData("[{ ethnicity: DESC }]")]
    [InlineData("[{ hukou: { since: ASC } }, { sex: DESC }]")]
    [InlineData("[{ community: { name: DESC } }, { certificate: { level: ASC } }]")]
    public async Task Pages_follow_each_other_without_gap_or_overlap(string order)
    {
        var whole = await IdsAsync($"first: 200, order: {order}");

        var pieces = new List<string>();
        string? cursor = null;
        do
        {
            var page = await PageAsync($"first: 7, order: {order}{(cursor is null ? "" : $", after: \"{cursor}\"")}");
            pieces.AddRange(Ids(page));
            var info = page.GetProperty("pageInfo");
            Assert.Equal(cursor is not null, info.GetProperty("hasPreviousPage").GetBoolean());
            cursor = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(PlanHouse.People, whole.Count);
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public async Task A_list_is_read_from_its_end_too()
    {
        var whole = await IdsAsync("first: 200, order: [{ ethnicity: ASC }]");
        var last = await PageAsync("last: 5, order: [{ ethnicity: ASC }]");
        var before = await PageAsync(
            $"last: 5, order: [{{ ethnicity: ASC }}], before: \"{last.GetProperty("pageInfo").GetProperty("startCursor").GetString()}\"");

        Assert.Equal(whole[^5..], Ids(last));
        Assert.Equal(whole[^10..^5], Ids(before));
        Assert.True(before.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.True(before.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task A_cursor_opens_only_the_list_that_it_was_made_for()
    {
        var page = await PageAsync("first: 3, order: [{ name: ASC }]");
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        var altered = cursor[..^2] + (cursor[^2] == 'A' ? 'B' : 'A') + cursor[^1];

        Assert.Null(await CodeAsync(new Asker(), $"order: [{{ name: ASC }}], after: \"{cursor}\""));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(new Asker(), $"order: [{{ name: ASC }}], after: \"{altered}\""));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(new Asker(), $"order: [{{ name: DESC }}], after: \"{cursor}\""));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(new Asker(), $"order: [{{ name: ASC }}], where: {{ sex: {{ eq: MALE }} }}, after: \"{cursor}\""));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(new Asker("health"), $"order: [{{ name: ASC }}], after: \"{cursor}\""));
        Assert.Equal("CURSOR_INVALID", await CodeAsync(new Asker(Purpose: Purpose.Survey), $"order: [{{ name: ASC }}], after: \"{cursor}\""));
        Assert.Equal(
            "CURSOR_INVALID",
            await CodeAsync(new Asker(Scope: RowScope.HukouDivision("530102")), $"order: [{{ name: ASC }}], after: \"{cursor}\""));
    }

    [Fact]
    public async Task A_page_without_more_says_so()
    {
        var page = await PageAsync("first: 200");

        Assert.False(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    private async Task<JsonElement> PageAsync(string arguments)
    {
        var answer = await house.AskAsync(
            new Asker(), $"{{ persons({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
        Assert.True(answer.Json.TryGetProperty("data", out _), answer.Text);
        return answer.Data.GetProperty("persons");
    }

    private async Task<List<string>> IdsAsync(string arguments) => Ids(await PageAsync(arguments));

    private async Task<string?> CodeAsync(Asker asker, string arguments) =>
        (await house.AskAsync(asker, $"{{ persons({arguments}) {{ nodes {{ id }} }} }}")).Code;

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("nodes").EnumerateArray().Select(person => person.GetProperty("id").GetString()!)];
}
