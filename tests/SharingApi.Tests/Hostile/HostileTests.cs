using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Testing;

namespace SharingApi.Tests.Hostile;

/// <summary>What malice sends: each is answered or closed at once, and the next honest request is answered as ever.</summary>
public sealed class HostileTests(HostileTests.Server server) : IClassFixture<HostileTests.Server>
{
    private readonly SharingApp _app = server.App;

    public static TheoryData<string, string> Documents => new()
    {
        { "brackets in a literal", $"{{ nodes(ids: {new string('[', 20_000)}{new string(']', 20_000)}) {{ id }} }}" },
        { "braces in a literal", $"{{ a(b: {Repeat(20_000, "{a:")}1{new string('}', 20_000)}) }}" },
        { "selections", $"{Repeat(20_000, "{a")}{new string('}', 20_000)}" },
        { "repeated fields", $"{{ {Repeat(20_000, "__typename ")} }}" },
        { "aliases", $"{{ {string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}: viewer {{ client }} "))} }}" },
        { "directives", $"{{ __typename {Repeat(5_000, "@skip(if: false) ")} }}" },
        { "doubling fragments", $"{{ ...f0 }} {string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} "))} fragment f40 on Query {{ __typename }}" },
        { "a cycle of fragments", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }" },
        { "a long string", "{ a(b: \"" + new string('x', 100_000) + "\") }" },
        { "an unclosed string", "{ a(b: \"" + new string('x', 100_000) },
        { "a long block string", "{ a(b: \"\"\"" + new string('x', 400_000) + "\"\"\") }" },
        { "an unclosed block string", "{ a(b: \"\"\"" + new string('x', 400_000) },
        { "a block string of escaped ends", "{ a(b: \"\"\"" + Repeat(100_000, "\\\"\"\"") },
        { "a huge number", $"{{ persons(first: {new string('9', 100_000)}) {{ totalCount }} }}" },
        { "a huge name", $"{{ {new string('a', 500_000)} }}" },
        { "comments", Repeat(100_000, "#\n") },
        { "list types", $"query Q($a: {new string('[', 20_000)}Int{new string(']', 20_000)}) {{ __typename }}" },
        { "variables", $"query Q({string.Concat(Enumerable.Range(0, 20_000).Select(i => $"$a{i}: Int "))}) {{ __typename }}" },
        { "too costly pages", $"{{ {string.Concat(Enumerable.Range(0, 20).Select(i => $"a{i}: persons(first: 200) {{ nodes {{ id name sex serviceNeeds {{ id domain status year provider }} }} }} "))} }}" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "brackets in variables", $$"""{"query":"{ __typename }","variables":{"a":{{Nested(20_000)}} } }""" },
        { "brackets alone", new string('[', 500_000) },
        { "a batch of batches", Nested(1_000) },
        { "many members", $"[{string.Join(',', Enumerable.Repeat("{}", 100_000))}]" },
        { "a lone surrogate", """{"query":"{ \ud800 }"}""" },
        { "a NUL", """{"query":"{ a(b: \"\u0000\") }"}""" },
        { "many keys", $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"k{i}\":1"))}}}" },
        { "a huge exponent", """{"query":"{ __typename }","variables":{"a":1e999999}}""" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_hostile_document_is_refused_within_a_second(string what, string document)
    {
        var watch = Stopwatch.StartNew();
        var answer = await _app.As("federation", "CERT").AskAsync(document);

        Assert.False(answer.HasData, what);
        Assert.NotEmpty(answer.Codes);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_hostile_body_is_refused_within_a_second(string what, string body)
    {
        var watch = Stopwatch.StartNew();
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body), "application/json");

        var text = await response.Content.ReadAsStringAsync();

        // The members of a batch are refused one by one.
        Assert.True(text.StartsWith("{\"errors\"", StringComparison.Ordinal) || text.StartsWith("[{\"errors\"", StringComparison.Ordinal), what);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task A_compressed_bomb_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await zip.WriteAsync(new byte[50_000_000]);
        }

        using var response = await PostAsync(packed.ToArray(), "application/json", "gzip");

        Assert.Equal(415, (int)response.StatusCode);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task Two_thousand_half_open_connections_hold_up_nobody()
    {
        var half = new List<Socket>();
        try
        {
            for (var i = 0; i < 2_000; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(_app.Address.Host, _app.Address.Port);
                half.Add(socket);
                await socket.SendAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Le"));
            }

            await StillAnswersAsync();
        }
        finally
        {
            half.ForEach(socket => socket.Dispose());
        }

        await StillAnswersAsync();
    }

    [Fact]
    public async Task Too_many_message_ids_refuse_the_whole_request_with_the_numbers()
    {
        var answer = await _app.As("public-security", "LIFE_SYNC").AskAsync(
            "query R($ids: [String!]!) { noticeReceipts(messageIds: $ids) { state } }",
            new { ids = Enumerable.Range(0, 1_001).Select(i => $"m{i}") });

        Assert.Equal((false, "LIMIT_MESSAGE_IDS"), (answer.HasData, answer.Codes.Single()));
        Assert.Equal(1_001, answer.Errors[0].GetProperty("extensions").GetProperty("actual").GetInt32());
    }

    [Fact]
    public async Task The_cost_follows_the_value_of_the_variables()
    {
        const string Pages =
            """
            query Q($n: Int!) {
              a: persons(first: $n) { nodes { ...p } } b: persons(first: $n) { nodes { ...p } } c: persons(first: $n) { nodes { ...p } }
              d: persons(first: $n) { nodes { ...p } } e: persons(first: $n) { nodes { ...p } } f: persons(first: $n) { nodes { ...p } }
            }
            fragment p on Person { a: serviceNeeds { ...n } b: serviceNeeds { ...n } c: serviceNeeds { ...n } d: serviceNeeds { ...n } }
            fragment n on ServiceNeed { id domain itemCode kind year provider status }
            """;

        var small = await _app.As("federation", "CERT").AskAsync(Pages, new { n = 2 });
        var large = await _app.As("federation", "CERT").AskAsync(Pages, new { n = 200 });

        Assert.Empty(small.Codes);
        Assert.Equal((false, "LIMIT_COST"), (large.HasData, large.Codes.Single()));
    }

    [Fact]
    public async Task Whoever_prefers_Chinese_is_refused_in_Chinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query={viewer{client}}");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN, en;q=0.5");

        using var response = await _app.Http.SendAsync(request);

        Assert.Contains("请提供有效的访问令牌。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A second, and as much again for a machine that others use too.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private async Task StillAnswersAsync()
    {
        var data = await _app.As("federation", "CERT").DataAsync("{ viewer { client } }");
        Assert.Equal("federation", data.GetProperty("viewer").GetProperty("client").GetString());
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string type, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new("Bearer", await new TokenDesk(_app.Http).TokenOfAsync("federation"));
        request.Headers.Add("Sharing-Purpose", "CERT");
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return await _app.Http.SendAsync(request);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Repeat(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>One server takes it all.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await SharingApp.StartAsync();

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
