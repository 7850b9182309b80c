using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Limits;
using SharingApi.Tests.Streams;
using Testing;

namespace SharingApi.Tests.Graph;

public sealed class PersistedOperationTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Unknown = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly string Stored = Sha256(
        File.ReadAllBytes(Path.Combine(Repository.Root, "schema", "operations", "persons-page.graphql")));

    public static TheoryData<string> NoHashes => new()
    {
        """{"id":""}""",
        """{"id":"PersonsPage"}""",
        """{"id":1}""",
        $$"""{"id":"{{Stored.ToUpperInvariant()}}"}""",
        $$"""{"id":"sha256:{{Stored}}"}""",
        $$$"""{"extensions":{"persistedQuery":"{{{Stored}}}"} }""",
        $$$"""{"extensions":{"persistedQuery":{"sha256Hash":"{{{Stored}}}"} } }""",
        $$$"""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"{{{Stored}}}"} } }""",
        """{"extensions":{"persistedQuery":{"version":1}}}""",
        """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":1}}}""",
        """{"extensions":{"persistedQuery":[]},"query":"{ __typename }"}""",
        $$$"""{"id":"{{{Unknown}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{Stored}}}"} } }""",
    };

    [Fact]
    public void The_stored_ids_are_what_sha256sum_prints_of_the_files()
    {
        Contract.Match("operations.json", StoredOperations.Print());

        using var manifest = JsonDocument.Parse(StoredOperations.Print());
        var ids = manifest.RootElement.GetProperty("operations").EnumerateArray().Select(one => one.GetProperty("id").GetString());
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "operations"), "*.graphql")
            .Order(StringComparer.Ordinal).Select(path => Sha256(File.ReadAllBytes(path)));
        Assert.Equal(files, ids);
    }

    [Fact]
    public async Task A_text_that_came_with_its_hash_runs_by_the_hash_alone()
    {
        const string Query = "query ByHash($d: LocalDate) { echo(localDate: $d) }";

        var before = await app.PostAsync(Apollo(Query, withText: false));
        var first = await app.PostAsync(Apollo(Query));
        var after = await app.PostAsync(Apollo(Query, withText: false));
        var byId = await app.PostAsync($$$"""{"id":"{{{Sha256(Query)}}}","variables":{"d":"2026-05-32"}}""");

        Assert.Equal((400, "PERSISTED_QUERY_NOT_FOUND"), (before.Status, before.Code));
        Assert.Equal("PersistedQueryNotFound", before.Error!.Value.GetProperty("message").GetString());
        Assert.Equal((200, first.Text), (first.Status, after.Text));
        Assert.Equal((400, "INPUT_INVALID"), (byId.Status, byId.Code));
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_nothing_is_stored_under_it()
    {
        var query = "mutation Wrong { change }";
        var other = Sha256("{ __typename }  ");

        var refused = await app.PostAsync($$"""{"id":"{{other}}","query":"{{query}}"}""");
        var alone = await app.PostAsync($$"""{"id":"{{other}}"}""");

        Assert.Equal((400, "PERSISTED_QUERY_HASH_DIFFERS"), (refused.Status, refused.Code));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", alone.Code);
    }

    [Theory]
    [MemberData(nameof(NoHashes))]
    public async Task What_is_no_hash_of_a_document_is_no_request(string body)
    {
        var answer = await app.PostAsync(body);

        Assert.Equal((400, "REQUEST_INVALID"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_document_that_breaks_a_rule_is_not_kept()
    {
        var refused = await app.PostAsync(Apollo("{ nobodyByHash }"));
        var alone = await app.PostAsync(Apollo("{ nobodyByHash }", withText: false));

        Assert.Equal(("DOCUMENT_INVALID", "PERSISTED_QUERY_NOT_FOUND"), (refused.Code, alone.Code));
    }

    [Fact]
    public async Task A_hash_runs_by_GET_and_a_mutation_still_does_not()
    {
        const string Query = "{ byGet: __typename }";
        const string Change = "mutation ByGet { change }";
        await app.PostAsync(Apollo(Query));
        await app.PostAsync(Apollo(Change));

        var byId = await app.GetAsync($"/graphql?id={Sha256(Query)}");
        var byApollo = await app.GetAsync($"/graphql?extensions={Uri.EscapeDataString(Extension(Query))}");
        var change = await app.GetAsync($"/graphql?id={Sha256(Change)}");
        var nothing = await app.GetAsync($"/graphql?id={Unknown}");
        var twice = await app.GetAsync($"/graphql?id={Unknown}&id={Unknown}");

        Assert.Equal("""{"data":{"byGet":"Query"}}""", byId.Text);
        Assert.Equal(byId.Text, byApollo.Text);
        Assert.Equal((405, "REQUEST_METHOD"), (change.Status, change.Code));
        Assert.Equal(("PERSISTED_QUERY_NOT_FOUND", "REQUEST_INVALID"), (nothing.Code, twice.Code));
    }

    [Fact]
    public async Task A_hash_runs_in_batches_in_events_and_on_sockets()
    {
        const string Query = "{ everywhere: __typename }";
        const string Expected = """{"data":{"everywhere":"Query"}}""";
        var byHash = Apollo(Query, withText: false);
        await app.PostAsync(Apollo(Query));

        var batch = await app.PostAsync($$"""[{{byHash}},{"id":"{{Unknown}}"},{{byHash}}]""");
        var events = await app.PostAsync(byHash, accept: "text/event-stream");
        using var socket = await SocketClient.OpenAsync(app.Address);
        await socket.SendAsync($$"""{"id":"a","type":"subscribe","payload":{{byHash}}}""");
        await socket.SendAsync($$$"""{"id":"b","type":"subscribe","payload":{"id":"{{{Unknown}}}"}}""");
        var heard = new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync(), await socket.ReceiveAsync() };

        var members = JsonDocument.Parse(batch.Text).RootElement;
        Assert.Equal((Expected, Expected), (members[0].GetRawText(), members[2].GetRawText()));
        Assert.Contains("PersistedQueryNotFound", members[1].GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Expected, events.Text, StringComparison.Ordinal);
        Assert.Contains(heard, message => message.ToString() == $$"""{"id":"a","type":"next","payload":{{Expected}}}""");
        Assert.Contains(heard, message => message.ToString().Contains("\"type\":\"error\"", StringComparison.Ordinal)
            && message.ToString().Contains("PersistedQueryNotFound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_word_that_clients_look_for_is_the_same_in_Chinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?id={Unknown}");
        request.Headers.Add("Accept-Language", "zh-CN");

        var answer = await app.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "PersistedQueryNotFound"), (answer.Response.StatusCode, answer.Error!.Value.GetProperty("message").GetString()));
    }

    [Fact]
    public void A_client_does_not_find_what_another_sent()
    {
        var automatic = Automatic();
        automatic.Keep("court", DocumentKey.Of("{ a }"), "{ a }");

        Assert.Equal("{ a }", automatic.Find("court", DocumentKey.Of("{ a }")));
        Assert.Null(automatic.Find("health", DocumentKey.Of("{ a }")));
    }

    [Fact]
    public void Texts_are_bounded_for_a_client_and_for_all_and_the_greedy_one_gives_them_up()
    {
        var automatic = Automatic();
        automatic.Keep("modest", DocumentKey.Of("small"), "small");
        for (var client = 0; client < 3; client++)
        {
            for (var i = 0; i < 100; i++)
            {
                var text = $"{client} {i} {new string('x', 90)}";
                automatic.Keep($"greedy-{client}", DocumentKey.Of(text), text);
                Assert.InRange(automatic.Characters, 0, 2_000);
            }
        }

        Assert.Equal("small", automatic.Find("modest", DocumentKey.Of("small")));
    }

    private static AutomaticOperations Automatic() => new(Options.Create(new LimitOptions
    {
        AutomaticOperations = 50,
        AutomaticCharacters = 1_000,
        AutomaticCharactersInAll = 2_000,
    }));

    private static string Apollo(string query, bool withText = true) => withText
        ? $$"""{"query":{{JsonSerializer.Serialize(query)}},"extensions":{{Extension(query)}}}"""
        : $$"""{"extensions":{{Extension(query)}}}""";

    private static string Extension(string query) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Sha256(query)}}}"} }""";

    private static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
