namespace SharingApi.Tests.Streams;

/// <summary>What time does to a socket, by a clock that is stepped: api.md 2 and 3.</summary>
public sealed class SocketTimeTests(SteppedServer server) : IClassFixture<SteppedServer>
{
    private const string Follow = "subscription F($after: String) { statusChanges(after: $after) { sequence type person { id } } }";

    [Fact]
    public async Task Without_an_init_it_is_closed_after_ten_seconds_and_not_before()
    {
        using var client = await SocketClient.ConnectAsync(server.App.Address);
        await SteppedServer.HeardAsync(client);

        server.Clock.Advance(TimeSpan.FromSeconds(9.9));
        await SteppedServer.HeardAsync(client);
        server.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(4408, await client.ClosedAsync());
    }

    [Fact]
    public async Task Without_an_operation_it_is_closed_after_sixty_seconds_whatever_is_said_meanwhile()
    {
        using var client = await server.OpenAsync();

        server.Clock.Advance(TimeSpan.FromSeconds(59.9));
        await SteppedServer.HeardAsync(client);
        server.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(1000, await client.ClosedAsync());
    }

    [Fact]
    public async Task The_sixty_seconds_begin_again_when_an_operation_has_ended()
    {
        using var client = await server.OpenAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(50));
        await client.SubscribeAsync("a", "{ viewer { client } }");
        Assert.Equal("next", SteppedServer.TypeOf(await client.ReceiveAsync()));
        Assert.Equal("complete", SteppedServer.TypeOf(await client.ReceiveAsync()));

        server.Clock.Advance(TimeSpan.FromSeconds(59.9));
        await SteppedServer.HeardAsync(client);
        server.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(1000, await client.ClosedAsync());
    }

    [Fact]
    public async Task With_an_operation_it_is_pinged_every_twenty_seconds_and_never_closed_for_silence()
    {
        using var client = await server.OpenAsync();
        await server.FollowAsync(client, "a", Follow);

        for (var i = 0; i < 30; i++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal("ping", SteppedServer.TypeOf(await client.ReceiveAsync()));
        }

        var holder = await server.ReportAsync();
        var change = await server.ComesAsync(NextAsync(client));
        Assert.Equal(holder.Id, change.GetProperty("person").GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_operation_beside_the_others_does_not_put_the_ping_off()
    {
        using var client = await server.OpenAsync();
        await server.FollowAsync(client, "a", Follow);

        server.Clock.Advance(TimeSpan.FromSeconds(15));
        await client.SubscribeAsync("b", "{ viewer { client } }");
        Assert.Equal("next", SteppedServer.TypeOf(await client.ReceiveAsync()));
        Assert.Equal("complete", SteppedServer.TypeOf(await client.ReceiveAsync()));
        server.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("ping", SteppedServer.TypeOf(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task A_token_that_expires_closes_it_with_4401()
    {
        using var client = await server.OpenAsync();
        await server.FollowAsync(client, "a", Follow);

        // An hour, and the minute that clocks may differ by.
        server.Clock.Advance(TimeSpan.FromMinutes(59));
        await SteppedServer.HeardAsync(client);
        server.Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(20));

        Assert.Equal(4401, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_token_that_has_expired_begins_no_operation()
    {
        using var client = await server.OpenAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        await server.FollowAsync(client, "a", Follow);

        // Ten seconds before the end is the last ping that finds the token good, and ten after it the first that would not: the
        // operation comes between them, and asks for itself.
        for (var pings = 0; pings < 182; pings++)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal("ping", SteppedServer.TypeOf(await client.ReceiveAsync()));
        }

        server.Clock.Advance(TimeSpan.FromSeconds(15));
        await client.SubscribeAsync("b", "{ viewer { client } }");

        Assert.Equal(4401, await client.ClosedAsync());
    }

    /// <summary>The next change, past all pings.</summary>
    private static async Task<System.Text.Json.JsonElement> NextAsync(SocketClient client)
    {
        while (true)
        {
            var message = await client.ReceiveAsync();
            if (SteppedServer.TypeOf(message) == "next")
            {
                return message.GetProperty("payload").GetProperty("data").GetProperty("statusChanges");
            }
        }
    }
}
