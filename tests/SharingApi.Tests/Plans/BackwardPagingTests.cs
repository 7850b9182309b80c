using CsCheck;

namespace SharingApi.Tests.Plans;

/// <summary>Every connection is walked from either end, in any order and under any filter: the two walks are each other's reverse.</summary>
public sealed class BackwardPagingTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private static readonly Gen<Walk> Walks = Gen.OneOf(
        WalksOf(
            "persons",
            ["birthDate", "deathDate", "ethnicity", "lifeStatus", "sex", "isOnSubsistenceAllowance", "id", "name",
                "hukou: since", "certificate: level", "certificate: validUntil", "community: name", "guardian: name", "residence: address"],
            ["", "sex: {eq: MALE}", "ethnicity: {eq: null}", "serviceNeeds: {some: {provider: {eq: null}}}", "lifeStatus: {eq: DECEASED}", "name: {eq: \"nobody\"}"]),
        WalksOf(
            "serviceNeeds",
            ["domain", "itemCode", "kind", "provider", "status", "year", "closeReason", "id"],
            ["", "year: {gte: 2023}", "provider: {neq: null}", "person: {sex: {eq: FEMALE}}"]),
        WalksOf("communities", ["code", "name"], [""]),
        WalksOf("cases", ["id", "openedAt"], [""]));

    [Fact]
    public async Task A_list_that_is_walked_backward_is_the_reverse_of_itself_walked_forward() =>
        await Walks.SampleAsync(
            async walk =>
            {
                var forward = await WalkForwardAsync(walk);
                var backward = await WalkBackwardAsync(walk);

                Assert.Equal(forward.Select(entry => entry.Id), backward.Select(entry => entry.Id));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public async Task A_cursor_leads_both_ways_whichever_way_it_was_found() =>
        await Gen.Select(Walks, Gen.Int[0, 1_000]).SampleAsync(
            async (walk, chance) =>
            {
                List<Entry>[] found = [await WalkForwardAsync(walk), await WalkBackwardAsync(walk)];
                if (found[0].Count == 0)
                {
                    return;
                }

                var place = chance % found[0].Count;
                foreach (var entry in found.Select(list => list[place]))
                {
                    var before = await PageAsync(walk, $"last: {walk.Size}, before: \"{entry.Cursor}\"");
                    var after = await PageAsync(walk, $"first: {walk.Size}, after: \"{entry.Cursor}\"");

                    Assert.Equal(found[0][Math.Max(0, place - walk.Size)..place].Select(one => one.Id), before.Entries.Select(one => one.Id));
                    Assert.Equal(
                        found[0][(place + 1)..Math.Min(found[0].Count, place + 1 + walk.Size)].Select(one => one.Id),
                        after.Entries.Select(one => one.Id));
                    Assert.Equal((place > walk.Size, true), (before.HasPrevious, before.HasNext));
                    Assert.Equal((true, place + 1 + walk.Size < found[0].Count), (after.HasPrevious, after.HasNext));
                }
            },
            iter: 30,
            threads: 1);

    private static Gen<Walk> WalksOf(string list, string[] keys, string[] filters) =>
        Gen.Select(
            Gen.Select(Gen.OneOf(keys), Gen.Bool, (key, isDescending) => new Key(key, isDescending)).Array[0, 3],
            Gen.OneOf(filters),
            Gen.Int[1, 70],
            (order, filter, size) => new Walk(list, string.Join(", ", order.Select(key => key.Text)), filter, size));

    private async Task<List<Entry>> WalkForwardAsync(Walk walk)
    {
        List<Entry> found = [];
        string? cursor = null;
        while (true)
        {
            var page = await PageAsync(walk, $"first: {walk.Size}{(cursor is null ? "" : $", after: \"{cursor}\"")}");
            found.AddRange(page.Entries);
            Assert.Equal(cursor is not null, page.HasPrevious);
            if (!page.HasNext)
            {
                return found;
            }

            Assert.Equal(walk.Size, page.Entries.Count);
            cursor = page.End;
        }
    }

    private async Task<List<Entry>> WalkBackwardAsync(Walk walk)
    {
        List<Entry> found = [];
        string? cursor = null;
        while (true)
        {
            var page = await PageAsync(walk, $"last: {walk.Size}{(cursor is null ? "" : $", before: \"{cursor}\"")}");
            found.InsertRange(0, page.Entries);
            Assert.Equal(cursor is not null, page.HasNext);
            if (!page.HasPrevious)
            {
                return found;
            }

            Assert.Equal(walk.Size, page.Entries.Count);
            cursor = page.Start;
        }
    }

    private async Task<Page> PageAsync(Walk walk, string place)
    {
        var answer = await house.AskAsync(
            new Asker(),
            $$"""
            { {{walk.List}}({{place}}{{walk.Arguments}}) {
              edges { cursor node { {{walk.Key}} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            } }
            """);
        Assert.True(answer.Json.TryGetProperty("data", out _), answer.Text);
        var page = answer.Data.GetProperty(walk.List);
        var info = page.GetProperty("pageInfo");
        List<Entry> entries =
        [
            .. page.GetProperty("edges").EnumerateArray().Select(edge => new Entry(
                edge.GetProperty("node").GetProperty("id").GetString()!, edge.GetProperty("cursor").GetString()!)),
        ];
        var (start, end) = (info.GetProperty("startCursor").GetString(), info.GetProperty("endCursor").GetString());
        Assert.Equal((entries.Count == 0, entries.Count == 0), (start is null, end is null));
        return new Page(entries, info.GetProperty("hasPreviousPage").GetBoolean(), info.GetProperty("hasNextPage").GetBoolean(), start, end);
    }

    private sealed record Key(string Path, bool IsDescending)
    {
        public string Text
        {
            get
            {
                var direction = IsDescending ? "DESC" : "ASC";
                return Path.Split(": ") is [var outer, var inner] ? $"{{{outer}: {{{inner}: {direction}}}}}" : $"{{{Path}: {direction}}}";
            }
        }
    }

    /// <summary>A list, the order of its rows, a filter, and how many are read at a time.</summary>
    private sealed record Walk(string List, string Order, string Filter, int Size)
    {
        public string Key => List == "communities" ? "id: code" : "id";

        public string Arguments => (Order.Length == 0 ? "" : $", order: [{Order}]") + (Filter.Length == 0 ? "" : $", where: {{{Filter}}}");
    }

    private sealed record Entry(string Id, string Cursor);

    private sealed record Page(List<Entry> Entries, bool HasPrevious, bool HasNext, string? Start, string? End);
}
