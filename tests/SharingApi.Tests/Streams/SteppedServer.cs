using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace SharingApi.Tests.Streams;

/// <summary>A server whose time stands still until the test lets it go on: tokens, pings and every patience are by its clock.</summary>
public sealed class SteppedServer : IAsyncLifetime
{
    private const string Report =
        "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    /// <summary>Ten in the morning: no test reaches the midnight at which every receiver is told something.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero));

    public SharingApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await SharingApp.StartAsync(Clock);
        await ReportAsync();
        await ComesAsync(Eventually.Async(
            async () => (await CursorsAsync("civil-affairs", "SUBSIDY")).Length, told => told >= 2, TimeSpan.FromSeconds(30)));
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A token that was issued now.</summary>
    public Task<string> TokenAsync(string client = "civil-affairs") => new TokenDesk(App.Http).TokenOfAsync(client);

    /// <summary>Lets a holder die.</summary>
    public async Task<Holder> ReportAsync()
    {
        var holder = (await Holder.LivingAsync(Fresh("federation", "CERT"), 1)).Single();
        var notices = new[] { holder.Death($"police-{holder.Id}") };
        await Fresh("public-security", "LIFE_SYNC").DataAsync(Report, new { notices });
        return holder;
    }

    /// <summary>Waits for something that background work has to do first: that has pauses of its own.</summary>
    public async Task<T> ComesAsync<T>(Task<T> awaited)
    {
        await Eventually.Async(
            async () =>
            {
                Clock.Advance(TimeSpan.FromMilliseconds(20));
                await Fresh("federation", "CERT").DataAsync("{ viewer { client } }");
                return awaited.IsCompleted;
            },
            isThere => isThere,
            TimeSpan.FromSeconds(30));
        return await awaited;
    }

    /// <summary>Somebody whose token has not expired, whatever time it is by now.</summary>
    public Asker Fresh(string client, string purpose) => new(App.Http, new TokenDesk(App.Http), client, purpose);

    /// <summary>The payload of an init.</summary>
    internal async Task<SocketClient> OpenAsync(string client = "civil-affairs", string purpose = "SUBSIDY") =>
        await SocketClient.OpenAsync(App.Address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["authorization"] = $"Bearer {await TokenAsync(client)}",
            ["purpose"] = purpose,
        });

    /// <summary>
    /// Subscribes, and comes back when the subscription stands: it begins before the newest change, and that one has come. A clock
    /// that is stepped earlier takes the beginning for an operation that lasts too long. The document has a variable <c>$after</c>.
    /// </summary>
    internal async Task FollowAsync(
        SocketClient client, string id, string document, string asker = "civil-affairs", string purpose = "SUBSIDY")
    {
        var after = (await CursorsAsync(asker, purpose))[^2];
        await client.SubscribeAsync(id, document, new { after });
        while (TypeOf(await client.ReceiveAsync()) != "next")
        {
        }
    }

    /// <summary>The server has heard all that was sent before.</summary>
    internal static async Task HeardAsync(SocketClient client)
    {
        await client.SendAsync("""{"type":"ping"}""");
        while (TypeOf(await client.ReceiveAsync()) != "pong")
        {
        }
    }

    internal static string TypeOf(JsonElement message) => message.GetProperty("type").GetString()!;

    /// <summary>The cursors of all changes that a receiver was told of.</summary>
    private async Task<string[]> CursorsAsync(string client, string purpose)
    {
        var data = await Fresh(client, purpose).DataAsync("{ statusChanges(first: 200) { nodes { cursor } } }");
        return [.. data.GetProperty("statusChanges").GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("cursor").GetString()!)];
    }
}
