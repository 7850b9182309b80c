using System.Text;
using System.Text.Json;

namespace SharingApi.Tests.Graph;

public sealed class BatchTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Typename = """{"data":{"__typename":"Query"}}""";

    [Fact]
    public async Task An_array_of_requests_is_answered_by_an_array_in_its_order()
    {
        var answer = await app.PostAsync("""[{"query":"{ a: __typename }"},{"query":"mutation { change }"},{"query":"{ b: __typename }"}]""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("""[{"data":{"a":"Query"}},{"data":{"change":"changed"}},{"data":{"b":"Query"}}]""", answer.Text);
    }

    [Fact]
    public async Task An_array_of_variables_runs_the_document_with_each()
    {
        var answer = await app.PostAsync(
            """{"query":"query Q($a: Boolean!) { __typename @include(if: $a) e: echo }","variables":[{"a":true},{"a":false},{}]}""");

        var members = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal("""{"data":{"__typename":"Query","e":"heard"}}""", members[0].GetRawText());
        Assert.Equal("""{"data":{"e":"heard"}}""", members[1].GetRawText());
        Assert.Equal("INPUT_INVALID", CodeOf(members[2]));
    }

    [Theory]
    [InlineData("5", "REQUEST_INVALID")]
    [InlineData("[]", "REQUEST_BATCH_UNSUPPORTED")]
    [InlineData("{}", "REQUEST_INVALID")]
    [InlineData("""{"query":"{"}""", "DOCUMENT_SYNTAX")]
    [InlineData("""{"query":"{ nobody }"}""", "DOCUMENT_INVALID")]
    [InlineData("""{"query":"{ __typename }","variables":[{}]}""", "REQUEST_BATCH_UNSUPPORTED")]
    [InlineData("""[{"query":"{ __typename }"}]""", "REQUEST_BATCH_UNSUPPORTED")]
    [InlineData("""{"query":"{ long }"}""", "LIMIT_RESPONSE_SIZE")]
    public async Task A_refused_member_neither_undoes_nor_hides_the_others(string member, string code)
    {
        var answer = await app.PostAsync($$"""[{"query":"{ __typename }"},{{member}},{"query":"{ __typename }"}]""");

        var members = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal((200, Typename, Typename), (answer.Status, members[0].GetRawText(), members[2].GetRawText()));
        Assert.Equal(code, CodeOf(members[1]));
    }

    [Fact]
    public async Task A_member_that_is_nested_too_deeply_is_refused_alone()
    {
        var deep = new string('[', 20_000) + new string(']', 20_000);
        var answer = await app.PostAsync($$$"""[{"query":"{ __typename }"},{"query":"{ __typename }","variables":{"a":{{{deep}}} } }]""");

        var members = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal((Typename, "LIMIT_VALUE_DEPTH"), (members[0].GetRawText(), CodeOf(members[1])));
    }

    [Fact]
    public async Task A_batch_has_twenty_members_at_most()
    {
        var twenty = await app.PostAsync($"[{string.Join(',', Enumerable.Repeat("""{"query":"{ __typename }"}""", 20))}]");
        var more = await app.PostAsync($"[{string.Join(',', Enumerable.Repeat("""{"query":"{ __typename }"}""", 21))}]");

        Assert.Equal(20, JsonDocument.Parse(twenty.Text).RootElement.GetArrayLength());
        Assert.Equal((400, "LIMIT_BATCH"), (more.Status, more.Code));
        Assert.Equal((20, 21), (more.Extension("limit").GetInt32(), more.Extension("actual").GetInt32()));
    }

    [Fact]
    public async Task Every_member_has_an_entry_of_its_own_in_the_read_log()
    {
        app.Commits.Clear();
        await app.PostAsync("""[{"query":"{ person { name } }"},{"query":"{ __typename }"},{"query":"{ person { name } }"}]""");

        Assert.Equal([1, 0, 1], app.Commits.Select(commit => commit.Persons));
    }

    [Theory]
    [InlineData("application/json", "[5]")]
    [InlineData("text/event-stream", "5")]
    public async Task Who_asks_in_Chinese_is_refused_in_Chinese_before_an_operation_opens(string accept, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Language", "zh-CN");

        var answer = await app.SendAsync(request);

        Assert.Contains("REQUEST_INVALID", answer.Text, StringComparison.Ordinal);
        Assert.Matches("\"message\":\"[^\"]*\\p{IsCJKUnifiedIdeographs}", answer.Text);
    }

    private static string? CodeOf(JsonElement member) =>
        member.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
