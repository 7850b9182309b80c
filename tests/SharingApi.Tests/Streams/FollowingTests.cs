using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Audit;
using SharingApi.Access;
using Testing;

namespace SharingApi.Tests.Streams;

/// <summary>The subscription <c>statusChanges</c> against the real register: events, rights and read log.</summary>
public sealed class FollowingTests(FollowingTests.Server server) : IClassFixture<FollowingTests.Server>
{
    private const string Follow = "subscription F($after: String) { statusChanges(after: $after) { sequence type cursor person { id name } } }";

    private const string Report =
        "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private readonly SharingApp _app = server.App;

    [Fact]
    public async Task Without_a_cursor_it_begins_where_the_feed_ends()
    {
        var holders = await Holder.LivingAsync(_app, 2);
        await ReportAsync(holders[0]);
        var before = await Eventually.Async(FeedLengthAsync, length => length >= 2, TimeSpan.FromSeconds(10));

        await using var events = await FollowAsync("civil-affairs", "SUBSIDY");
        await ReportAsync(holders[1]);

        var change = await events.NextAsync();
        Assert.Equal(before + 1, change.GetProperty("sequence").GetInt32());
        Assert.Equal("DEATH_CONFIRMED", change.GetProperty("type").GetString());
        Assert.Equal(holders[1].Id, change.GetProperty("person").GetProperty("id").GetString());
        Assert.Equal(before + 2, (await events.NextAsync()).GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task It_waits_for_a_receiver_that_was_never_told_anything()
    {
        var holder = (await Holder.LivingAsync(_app, 1, "hukou: {division: {code: {eq: \"530128\"}}}")).Single();
        await using var events = await FollowAsync("county-luquan", "SUBSIDY");

        await ReportAsync(holder);

        Assert.Equal(1, (await events.NextAsync()).GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task Every_event_is_one_entry_in_the_read_log()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await using var events = await FollowAsync("health", "REHAB");

        await ReportAsync(holder);
        await events.NextAsync();
        await events.NextAsync();

        var log = _app.Services.GetRequiredService<ReadLogEntries>();
        var entries = (await log.NewestAsync(100)).Where(entry => entry.Client == "health").ToList();
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal((1, "statusChanges"), (entry.PersonCount, entry.RootFields)));
    }

    [Fact]
    public async Task Rights_are_those_of_the_moment_at_which_the_event_is_sent()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await using var before = await FollowAsync("civil-affairs", "ASSIST");
        await ReportAsync(holder);
        var first = await before.NextAsync();
        await before.NextAsync();

        await SuspendAsync("civil-affairs", Purpose.Assist);
        await using var after = await ServerEvents.OfAsync(
            await SendAsync("civil-affairs", "ASSIST", first.GetProperty("cursor").GetString()));

        var second = await after.NextAsync();
        Assert.Equal("WITHHELD", second.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("person").ValueKind);
    }

    [Theory]
    [InlineData("civil-affairs", null, "AUTH_PURPOSE_REQUIRED")]
    [InlineData("civil-affairs", "REHAB", "AUTH_PURPOSE_NOT_GRANTED")]
    [InlineData("public-security", "VERIFY", "AUTH_NOT_AUTHORIZED")]
    public async Task Whoever_is_no_receiver_is_refused_before_anything_is_followed(string client, string? purpose, string code)
    {
        using var response = await SendAsync(client, purpose, after: null);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_refused_in_the_language_that_was_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new("Bearer", "no token");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        request.Content = JsonContent.Create(new { query = Follow });

        using var response = await _app.Http.SendAsync(request);

        Assert.Matches("\"message\":\"[^\"]*\\p{IsCJKUnifiedIdeographs}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_that_skips_its_only_field_is_refused()
    {
        using var response = await SendAsync("civil-affairs", "SUBSIDY", after: null, "subscription F { statusChanges @skip(if: true) { type } }");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("DOCUMENT_INVALID", text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_receivers_cursor_is_refused()
    {
        var holder = (await Holder.LivingAsync(_app, 1)).Single();
        await using var events = await FollowAsync("civil-affairs", "SUBSIDY");
        await ReportAsync(holder);
        var cursor = (await events.NextAsync()).GetProperty("cursor").GetString();

        using var response = await SendAsync("federation", "CERT", cursor);

        Assert.Contains("CURSOR_INVALID", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_that_says_nothing_is_closed_with_4408()
    {
        using var client = await SocketClient.ConnectAsync(_app.Address);

        Assert.Equal(4408, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_socket_without_an_operation_is_closed()
    {
        using var client = await SocketClient.OpenAsync(_app.Address, await PayloadAsync());
        await client.SubscribeAsync("a", "{ viewer { client } }");

        Assert.Equal(1000, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_socket_takes_a_hundred_operations_and_refuses_one_more()
    {
        using var client = await SocketClient.OpenAsync(_app.Address, await PayloadAsync());
        for (var i = 0; i <= 100; i++)
        {
            await client.SubscribeAsync($"{i}", Follow);
        }

        var refused = await client.ReceiveAsync();
        Assert.Equal(("error", "100"), (refused.GetProperty("type").GetString(), refused.GetProperty("id").GetString()));
        Assert.Equal("LIMIT_SOCKET_OPERATIONS", refused.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_id_that_is_taken_closes_the_socket_with_4409()
    {
        using var client = await SocketClient.OpenAsync(_app.Address, await PayloadAsync());
        await client.SubscribeAsync("a", Follow);
        await client.SubscribeAsync("a", "{ __typename }");

        Assert.Equal(4409, await client.ClosedAsync());
    }

    private async Task<object> PayloadAsync() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Authorization"] = $"Bearer {await new TokenDesk(_app.Http).TokenOfAsync("civil-affairs")}",
        ["PURPOSE"] = "SUBSIDY",
    };

    private Task<JsonElement> ReportAsync(Holder holder) => _app.As("public-security", "LIFE_SYNC")
        .DataAsync(Report, new { notices = new[] { holder.Death($"police-{holder.Id}") } });

    private async Task<int> FeedLengthAsync()
    {
        var data = await _app.As("civil-affairs", "SUBSIDY").DataAsync("{ statusChanges(first: 200) { nodes { sequence } } }");
        return data.GetProperty("statusChanges").GetProperty("nodes").GetArrayLength();
    }

    private async Task SuspendAsync(string client, Purpose purpose)
    {
        var contexts = _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        await db.Grants.Where(grant => grant.Client == client && grant.Purpose == purpose)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.State, GrantState.Suspended));
        await _app.Services.GetRequiredService<Disclosures>().ReloadAsync(CancellationToken.None);
    }

    private async Task<ServerEvents> FollowAsync(string client, string purpose) => await ServerEvents.OfAsync(await SendAsync(client, purpose, null));

    private async Task<HttpResponseMessage> SendAsync(string client, string? purpose, string? after, string document = Follow)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new("Bearer", await new TokenDesk(_app.Http).TokenOfAsync(client));
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (purpose is not null)
        {
            request.Headers.Add("Sharing-Purpose", purpose);
        }

        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables = new { after } }));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await _app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>One server for all of these: sockets have a second to say something.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() =>
            App = await SharingApp.StartAsync("Limits:SocketInitSeconds=1", "Limits:SocketIdleSeconds=1");

        public async Task DisposeAsync() => await App.DisposeAsync();
    }

    /// <summary>Reads the events of a response one after another.</summary>
    private sealed class ServerEvents(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        public static async Task<ServerEvents> OfAsync(HttpResponseMessage response) =>
            new(response, new StreamReader(await response.Content.ReadAsStreamAsync()));

        public async Task<JsonElement> NextAsync()
        {
            const string Data = "data: ";
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (await reader.ReadLineAsync(late.Token) is { } line)
            {
                if (line.StartsWith(Data, StringComparison.Ordinal))
                {
                    return JsonDocument.Parse(line[Data.Length..]).RootElement.GetProperty("data").GetProperty("statusChanges");
                }
            }

            throw new InvalidOperationException("The stream was over.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
