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

    public async Task InitializeAsync() => App = await SharingApp.StartAsync(Clock);

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A token that was issued now.</summary>
    public Task<string> TokenAsync(string client = "civil-affairs") => new TokenDesk(App.Http).TokenOfAsync(client);

    /// <summary>Lets a holder die.</summary>
    public async Task<Holder> ReportAsync()
    {
        var holder = (await Holder.LivingAsync(App, 1)).Single();
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

    /// <summary>The server has heard all that was sent before.</summary>
    internal static async Task HeardAsync(SocketClient client)
    {
        await client.SendAsync("""{"type":"ping"}""");
        while (TypeOf(await client.ReceiveAsync()) != "pong")
        {
        }
    }

    internal static string TypeOf(JsonElement message) => message.GetProperty("type").GetString()!;
}
