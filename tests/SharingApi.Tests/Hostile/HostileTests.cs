using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Testing;

namespace SharingApi.Tests.Hostile;

/// <summary>What malice sends in a document or a body: each is answered or closed at once, and the next honest request is answered as ever.</summary>
[Collection(Alone.Name)]
public sealed class HostileTests(HostileTests.Server server) : IClassFixture<HostileTests.Server>
{
    private readonly SharingApp _app = server.App;

    [Theory]
    [MemberData(nameof(HostileInputs.Documents), MemberType = typeof(HostileInputs))]
    public async Task A_hostile_document_is_refused_within_a_second(string what, string document)
    {
        await Promise.OfASecondAsync(what, async time =>
        {
            var answer = await _app.As("federation", "CERT").AskAsync($"{document}\n# {time}");

            Assert.False(answer.HasData, what);
            Assert.NotEmpty(answer.Codes);
        });
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(HostileInputs.Bodies), MemberType = typeof(HostileInputs))]
    public async Task A_hostile_body_is_refused_within_a_second(string what, string body)
    {
        await Promise.OfASecondAsync(what, async _ =>
        {
            using var response = await PostAsync(Encoding.UTF8.GetBytes(body), "application/json");
            var text = await response.Content.ReadAsStringAsync();

            // The members of a batch are refused one by one.
            Assert.True(text.StartsWith("{\"errors\"", StringComparison.Ordinal) || text.StartsWith("[{\"errors\"", StringComparison.Ordinal), what);
        });
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

        await Promise.OfASecondAsync("50 MB in 50 KB", async _ =>
        {
            using var response = await PostAsync(packed.ToArray(), "application/json", "gzip");
            Assert.Equal(415, (int)response.StatusCode);
        });
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=gb18030")]
    public async Task A_content_type_that_is_not_ours_is_refused_unread(string type)
    {
        using var response = await PostAsync("""{"query":"{ __typename }"}"""u8.ToArray(), type);

        Assert.Equal(415, (int)response.StatusCode);
        Assert.Contains("REQUEST_MEDIA_TYPE", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string> NotUtf8 => [.. ((byte[][])[[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0xBC]]).Select(Convert.ToHexString)];

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public async Task Bytes_that_are_not_UTF_8_are_refused(string hex)
    {
        byte[] body = [.. "{\"query\":\"{ node(id: \\\""u8, .. Convert.FromHexString(hex), .. "\\\") { id } }\"}"u8];

        using var response = await PostAsync(body, "application/json");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("REQUEST_INVALID", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return await _app.Http.SendAsync(request);
    }

    /// <summary>One server takes it all.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public SharingApp App { get; private set; } = null!;

        public async Task InitializeAsync() => App = await SharingApp.StartAsync();

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
