using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SharingApi.Tests.Access;
using Testing;

namespace SharingApi.Tests.Streams;

/// <summary>How streams end, or go on with less: expiry, slow readers, lost rights, and the server's own end.</summary>
public sealed class StreamEndTests(SteppedServer server) : IClassFixture<SteppedServer>
{
    private const string Follow = "subscription F($after: String) { statusChanges(after: $after) { sequence type person { id } reverses } }";

    [Fact]
    public async Task A_token_that_expires_ends_an_event_stream_with_its_refusal()
    {
        using var response = await FollowAsync(await server.TokenAsync());
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(":", await reader.ReadLineAsync());

        server.Clock.Advance(TimeSpan.FromMinutes(61));
        server.Clock.Advance(TimeSpan.FromSeconds(12));

        var rest = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("event: next\ndata: {\"errors\":[", rest, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"AUTH_NOT_AUTHENTICATED\"", rest, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_event_stream_says_every_twelve_seconds_that_it_is_there()
    {
        using var response = await FollowAsync(await server.TokenAsync());
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(":", await reader.ReadLineAsync());
            Assert.Equal("", await reader.ReadLineAsync());
            server.Clock.Advance(TimeSpan.FromSeconds(12));
        }
    }

    [Fact]
    public async Task Who_loses_the_right_in_mid_stream_is_told_of_reversals_and_of_nobody()
    {
        var rig = new GrantRig(server.App);
        using var client = await server.OpenAsync("civil-affairs", "ASSIST");
        await server.FollowAsync(client, "a", Follow, purpose: "ASSIST");
        var holder = await server.ReportAsync();
        var told = new[] { await server.ComesAsync(NextAsync(client)), await server.ComesAsync(NextAsync(client)) };
        Assert.All(told, change => Assert.Equal(holder.Id, change.GetProperty("person").GetProperty("id").GetString()));

        await rig.EndAsync("suspendGrant", await rig.GrantOfAsync("civil-affairs", "ASSIST"));
        await WithdrawAsync(holder);

        var afterwards = await server.ComesAsync(TakeAsync(client, 3));
        Assert.Equal(["GRANT_CHANGED", "DEATH_REVERSED", "CERTIFICATE_REINSTATED"], afterwards.Select(change => change.GetProperty("type").GetString()));
        Assert.All(afterwards, change => Assert.Equal(JsonValueKind.Null, change.GetProperty("person").ValueKind));
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_cut_off_and_holds_up_nobody()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(server.App.Address.Host, server.App.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
            + $"Authorization: Bearer {await server.TokenAsync()}\r\n\r\n"));
        await socket.SendAsync(Frame("""{"type":"connection_init"}"""));
        for (var i = 0; i < 100; i++)
        {
            await socket.SendAsync(Frame($$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"{{{Large}}}"}}"""));
        }

        // Every second by the server's clock something is said; twenty seconds without being read are too many.
        await Eventually.Async(
            async () =>
            {
                server.Clock.Advance(TimeSpan.FromSeconds(1));
                await server.Fresh("federation", "CERT").DataAsync("{ viewer { client } }");
                return await IsCutAsync(socket);
            },
            isCut => isCut,
            TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_server_that_stops_closes_sockets_with_1001_and_ends_event_streams()
    {
        var app = await SharingApp.StartAsync();
        try
        {
            var token = await new TokenDesk(app.Http).TokenOfAsync("civil-affairs");
            var payload = new { authorization = $"Bearer {token}", purpose = "SUBSIDY" };
            using var busy = await SocketClient.OpenAsync(app.Address, payload);
            await busy.SubscribeAsync("a", Follow);
            await SteppedServer.HeardAsync(busy);
            using var idle = await SocketClient.OpenAsync(app.Address, payload);
            using var events = await FollowAsync(token, app);
            var ends = EndsAsync(events);

            var stopping = app.StopAsync();

            Assert.Equal(1001, await busy.ClosedAsync());
            Assert.Equal(1001, await idle.ClosedAsync());
            await busy.AnswerCloseAsync();
            await idle.AnswerCloseAsync();
            await ends.WaitAsync(TimeSpan.FromSeconds(30));
            await stopping.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Directory.Delete(app.DataDirectory, recursive: true);
        }
    }

    /// <summary>A quarter of a megabyte of schema.</summary>
    private static string Large => "{ __schema { types { name description fields { name description args { name description } type { name kind ofType { name kind } } } inputFields { name description } enumValues { name description } } } }";

    private static async Task EndsAsync(HttpResponseMessage events)
    {
        try
        {
            await events.Content.CopyToAsync(Stream.Null);
        }
        catch (Exception end) when (end is HttpRequestException or IOException)
        {
            // Ended without a last chunk: an end all the same.
        }
    }

    private static async Task<bool> IsCutAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync(Frame("""{"type":"pong"}"""));
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>A text frame of a client whose mask is zero.</summary>
    private static byte[] Frame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] length = bytes.Length < 126 ? [(byte)(0x80 | bytes.Length)] : [0x80 | 126, (byte)(bytes.Length >> 8), (byte)bytes.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. bytes];
    }

    private Task<JsonElement> WithdrawAsync(Holder holder) => server.Fresh("public-security", "LIFE_SYNC").DataAsync(
        "mutation W($input: WithdrawNoticeInput!) { withdrawNotice(input: $input) { receipt { state } } }",
        new { input = new { messageId = $"undo-{holder.Id}", withdraws = $"police-{holder.Id}", reason = "误报" } });

    private Task<HttpResponseMessage> FollowAsync(string token) => FollowAsync(token, server.App);

    private static async Task<HttpResponseMessage> FollowAsync(string token, SharingApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"graphql?query={Uri.EscapeDataString(Follow)}");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Sharing-Purpose", "SUBSIDY");
        return await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<JsonElement[]> TakeAsync(SocketClient client, int count)
    {
        var taken = new JsonElement[count];
        for (var i = 0; i < count; i++)
        {
            taken[i] = await NextAsync(client);
        }

        return taken;
    }

    private static async Task<JsonElement> NextAsync(SocketClient client)
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
