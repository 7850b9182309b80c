using System.Net.WebSockets;
using System.Text;
using SharingApi.Tests.Graph;

namespace SharingApi.Tests.Streams;

public sealed class SocketTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Init = """{"type":"connection_init"}""";

    public static TheoryData<string[], int> Offences => new()
    {
        { ["nonsense"], 4400 },
        { ["[]"], 4400 },
        { ["null"], 4400 },
        { ["{}"], 4400 },
        { ["""{"type":1}"""], 4400 },
        { ["""{"type":"connection_init","type":"ping"}"""], 4400 },
        { ["""{"type":"connection_init","payload":[]}"""], 4400 },
        { ["""{"type":"connection_init","payload":{"a":"\ud800"}}"""], 4400 },
        { ["""{"type":"connection_init"} {}"""], 4400 },
        { ["""{"type":"start"}"""], 4400 },
        { [Init, """{"type":"connection_terminate"}"""], 4400 },
        { [Init, """{"type":"subscribe","payload":{"query":"{ __typename }"}}"""], 4400 },
        { [Init, """{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}"""], 4400 },
        { [Init, """{"type":"subscribe","id":"1"}"""], 4400 },
        { [Init, """{"type":"subscribe","id":"1","payload":{"query":1}}"""], 4400 },
        { [Init, """{"type":"subscribe","id":"1","payload":[]}"""], 4400 },
        { [Init, $$$"""{"type":"subscribe","id":"{{{new string('i', 129)}}}","payload":{"query":"{ __typename }"}}"""], 4400 },
        { ["""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}"""], 4401 },
        { [Init, Init], 4429 },
        { [$$"""{"type":"ping","payload":"{{new string('x', 1_100_000)}}"}"""], 1009 },
    };

    [Theory]
    [MemberData(nameof(Offences))]
    public async Task An_offence_closes_the_socket_with_its_code(string[] messages, int code)
    {
        using var client = await SocketClient.ConnectAsync(app.Address);
        foreach (var message in messages)
        {
            await client.SendAsync(message);
        }

        Assert.Equal(code, await client.ClosedAsync());
        await app.StillAnswersAsync();
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket()
    {
        using var client = await SocketClient.ConnectAsync(app.Address);
        await client.SendAsync(Encoding.UTF8.GetBytes(Init), WebSocketMessageType.Binary);

        Assert.Equal(4400, await client.ClosedAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_sub_protocol_is_closed_with_4406(string? subProtocol)
    {
        using var client = await SocketClient.ConnectAsync(app.Address, subProtocol);

        Assert.Equal(4406, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_query_is_answered_once_and_completed()
    {
        using var client = await SocketClient.OpenAsync(app.Address);
        await client.SubscribeAsync("a", "{ __typename }");

        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"__typename":"Query"}}}""", (await client.ReceiveAsync()).GetRawText());
        Assert.Equal("""{"id":"a","type":"complete"}""", (await client.ReceiveAsync()).GetRawText());
    }

    [Fact]
    public async Task An_id_may_be_used_again_after_its_operation_completed()
    {
        using var client = await SocketClient.OpenAsync(app.Address);
        for (var i = 0; i < 20; i++)
        {
            await client.SubscribeAsync("same", "mutation { change }");
            Assert.Equal("next", (await client.ReceiveAsync()).GetProperty("type").GetString());
            Assert.Equal("complete", (await client.ReceiveAsync()).GetProperty("type").GetString());
        }
    }

    [Theory]
    [InlineData("{ nobody }", "DOCUMENT_INVALID")]
    [InlineData("{", "DOCUMENT_SYNTAX")]
    [InlineData("{ echo(idNumber: \\\"1\\\") }", "INPUT_INVALID")]
    public async Task A_refused_operation_is_answered_by_error_and_nothing_after_it(string query, string code)
    {
        using var client = await SocketClient.OpenAsync(app.Address);
        await client.SendAsync($$$"""{"id":"a","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

        var refused = await client.ReceiveAsync();
        await client.SendAsync("""{"type":"ping"}""");
        var next = await client.ReceiveAsync();

        Assert.Equal("error", refused.GetProperty("type").GetString());
        Assert.Equal(code, refused.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("pong", next.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_value_that_is_nested_too_deeply_is_refused_and_the_socket_goes_on()
    {
        using var client = await SocketClient.OpenAsync(app.Address);
        var deep = new string('[', 20_000) + new string(']', 20_000);
        await client.SendAsync($$$"""{"id":"a","type":"subscribe","payload":{"query":"{ __typename }","variables":{"a":{{{deep}}} } } }""");

        Assert.Equal("error", (await client.ReceiveAsync()).GetProperty("type").GetString());
        await client.SubscribeAsync("a", "{ __typename }");
        Assert.Equal("next", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_client_that_closes_is_answered()
    {
        using var client = await SocketClient.OpenAsync(app.Address);

        await client.CloseAsync();

        Assert.Equal(1000, client.CloseCode);
    }

    [Fact]
    public async Task A_disclosing_operation_is_in_the_read_log_before_its_answer()
    {
        using var client = await SocketClient.OpenAsync(app.Address);
        app.Commits.Clear();
        await client.SubscribeAsync("a", "{ person { name } }");
        await client.ReceiveAsync();

        Assert.Equal(1, Assert.Single(app.Commits).Persons);
    }
}
