using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>Killing the server while it takes notices loses none that it accepted and doubles none of their effects.</summary>
public sealed class KilledInTheMiddleTests : IDisposable
{
    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { messageId state } } }";

    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(7)]
    [InlineData(23)]
    public async Task No_accepted_notice_is_lost_and_none_has_two_effects(int batchesBeforeTheKill)
    {
        IReadOnlyList<Holder> holders;
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        using (var first = await SharingProcess.StartAsync(_directory))
        {
            holders = await ThousandHoldersAsync(first);
            var sending = SendAsync(first, holders, accepted);
            while (!sending.IsCompleted && accepted.Count < batchesBeforeTheKill * 20)
            {
                await Task.Yield();
            }

            await first.KillAsync();
            await sending;
        }

        using var second = await SharingProcess.StartAsync(_directory);
        var again = await ReceiptsAsync(second, holders);
        Assert.All(
            holders.Select((_, index) => MessageId(index)).Where(accepted.Contains),
            id => Assert.Equal("DUPLICATE", again[id]));

        var feed = await Eventually.Async(() => FeedAsync(second), changes => changes.Count == holders.Count * 2, TimeSpan.FromSeconds(60));
        Assert.Equal(Enumerable.Range(1, feed.Count), feed.Select(change => change.Sequence));
        Assert.All(
            feed.GroupBy(change => change.Person),
            changes => Assert.Equal(["DEATH_CONFIRMED", "CERTIFICATE_CANCELLED"], changes.Select(change => change.Type)));
        await second.KillAsync();

        var (exitCode, output) = await SharingProcess.RunAsync("verify", _directory);
        Assert.True(exitCode == 0, output);
    }

    private static string MessageId(int index) => $"police-{index:0000}";

    /// <summary>Sends a thousand notices in batches of twenty until the server is gone.</summary>
    private static async Task SendAsync(SharingProcess server, IReadOnlyList<Holder> holders, HashSet<string> accepted)
    {
        try
        {
            foreach (var batch in holders.Select((holder, index) => (holder, index)).Chunk(20))
            {
                var data = await server.As("public-security", "LIFE_SYNC").DataAsync(
                    Report,
                    new { notices = batch.Select(item => item.holder.Death(MessageId(item.index))).ToArray() });
                foreach (var receipt in data.GetProperty("reportNotices").GetProperty("receipts").EnumerateArray())
                {
                    Assert.Equal("ACCEPTED", receipt.GetProperty("state").GetString());
                    accepted.Add(receipt.GetProperty("messageId").GetString()!);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed: what is in the set was promised, what is not may be sent again.
        }
    }

    /// <summary>Sends all of them again and says what became of each.</summary>
    private static async Task<Dictionary<string, string>> ReceiptsAsync(SharingProcess server, IReadOnlyList<Holder> holders)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in holders.Select((holder, index) => (holder, index)).Chunk(500))
        {
            var data = await server.As("public-security", "LIFE_SYNC").DataAsync(
                Report,
                new { notices = batch.Select(item => item.holder.Death(MessageId(item.index))).ToArray() });
            foreach (var receipt in data.GetProperty("reportNotices").GetProperty("receipts").EnumerateArray())
            {
                states[receipt.GetProperty("messageId").GetString()!] = receipt.GetProperty("state").GetString()!;
            }
        }

        return states;
    }

    /// <summary>A thousand living holders whose numbers are theirs alone.</summary>
    private static async Task<IReadOnlyList<Holder>> ThousandHoldersAsync(SharingProcess server) =>
        [.. (await Holder.AllLivingAsync(server)).Take(1000)];

    private static async Task<List<(int Sequence, string Type, string Person)>> FeedAsync(SharingProcess server)
    {
        var feed = new List<(int, string, string)>();
        string? after = null;
        while (true)
        {
            var data = await server.As("civil-affairs", "SUBSIDY").DataAsync(
                "query Feed($after: String) { statusChanges(first: 200, after: $after) { pageInfo { hasNextPage endCursor } nodes { sequence type person { id } } } }",
                new { after });
            var page = data.GetProperty("statusChanges");
            feed.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => (
                node.GetProperty("sequence").GetInt32(),
                node.GetProperty("type").GetString()!,
                node.GetProperty("person").GetProperty("id").GetString()!)));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return feed;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
