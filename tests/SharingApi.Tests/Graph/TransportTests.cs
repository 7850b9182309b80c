using System.Net.Http.Headers;
using System.Text;
using Domain.Audit;

namespace SharingApi.Tests.Graph;

public sealed class TransportTests(GraphApp app) : IClassFixture<GraphApp>
{
    public static TheoryData<string, int, string> BrokenBodies => new()
    {
        { "", 400, "REQUEST_INVALID" },
        { "{", 400, "REQUEST_INVALID" },
        { "nonsense", 400, "REQUEST_INVALID" },
        { "null", 400, "REQUEST_INVALID" },
        { "\"{ __typename }\"", 400, "REQUEST_INVALID" },
        { "{}", 400, "REQUEST_INVALID" },
        { """{"query":null}""", 400, "REQUEST_INVALID" },
        { """{"query":1}""", 400, "REQUEST_INVALID" },
        { """{"query":["{ __typename }"]}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","operationName":{}}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":[]}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":"{}"}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","extensions":false}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","query":"{ __typename }"}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":{"a":1,"a":2}}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }"} {}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }",}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }" /* why */}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":{"a":1e999}}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ \ud800 }"}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":{"\udc00":1}}""", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":{"a":"\u0000"}}""", 400, "REQUEST_INVALID" },
        { "[]", 400, "REQUEST_INVALID" },
        { "[", 400, "REQUEST_INVALID" },
        { "[{}] {}", 400, "REQUEST_INVALID" },
        { """{"query":"{ __typename }","variables":[1]}""", 400, "REQUEST_INVALID" },
        { """{"query":"{"}""", 400, "DOCUMENT_SYNTAX" },
        { """{"query":"{ echo(string: \"\\u0000\") }"}""", 400, "DOCUMENT_SYNTAX" },
        { """{"query":"{ echo(string: \"\\ud800\") }"}""", 400, "DOCUMENT_SYNTAX" },
        { """{"query":"# nothing"}""", 400, "OPERATION_UNKNOWN" },
        { """{"query":"{ nobody }"}""", 400, "DOCUMENT_INVALID" },
        { """{"query":"query Q($v: Query = 20) { __typename }"}""", 400, "DOCUMENT_INVALID" },
        { """{"query":"query Q($v: Query = {a: 1}) { echo(string: $v) }"}""", 400, "DOCUMENT_INVALID" },
        { """{"query":"query Q($v: Nothing = {a: 1}) { echo(string: $v) }"}""", 400, "DOCUMENT_INVALID" },
        { """{"query":"type Query { a: Int }"}""", 400, "DOCUMENT_INVALID" },
        { """{"query":"fragment f on Query { __typename }"}""", 400, "OPERATION_UNKNOWN" },
        { """{"query":"query A { __typename } query B { __typename }"}""", 400, "OPERATION_UNKNOWN" },
        { """{"query":"query A { __typename }","operationName":"B"}""", 400, "OPERATION_UNKNOWN" },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task A_broken_body_is_refused_with_a_stable_code(string body, int status, string code)
    {
        var answer = await app.PostAsync(body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("\"data\"", answer.Text, StringComparison.Ordinal);
        await app.StillAnswersAsync();
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0x00 })]
    [InlineData(new byte[] { 0x00 })]
    public async Task Bytes_that_are_not_UTF8_JSON_are_refused(byte[] body)
    {
        var answer = await app.PostAsync(body);

        Assert.Equal((400, "REQUEST_INVALID"), (answer.Status, answer.Code));
        await app.StillAnswersAsync();
    }

    [Fact]
    public async Task A_byte_order_mark_is_overlooked()
    {
        var answer = await app.PostAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"query":"{ __typename }"}""")]);

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=gb18030")]
    public async Task A_body_of_another_media_type_is_415(string? contentType)
    {
        var answer = await app.PostAsync("""{"query":"{ __typename }"}""", contentType);

        Assert.Equal((415, "REQUEST_MEDIA_TYPE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task JSON_in_UTF8_may_be_named_in_many_ways(string contentType) =>
        Assert.Equal(200, (await app.PostAsync("""{"query":"{ __typename }"}""", contentType)).Status);

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent([0x1F, 0x8B]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");

        var answer = await app.SendAsync(request);

        Assert.Equal((415, "REQUEST_MEDIA_TYPE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    [InlineData("", "application/json; charset=utf-8")]
    [InlineData("application/*", "application/json; charset=utf-8")]
    [InlineData("text/html, */*;q=0.1", "application/json; charset=utf-8")]
    [InlineData("application/json;q=0.5, application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json;q=0, application/json", "application/json; charset=utf-8")]
    public async Task The_response_has_the_media_type_that_is_accepted_best(string accept, string contentType)
    {
        var answer = await app.QueryAsync("{ __typename }", accept: accept);

        Assert.Equal((200, contentType), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task What_cannot_be_accepted_is_406(string accept)
    {
        var answer = await app.QueryAsync("{ __typename }", accept: accept);

        Assert.Equal((406, "REQUEST_NOT_ACCEPTABLE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("{", "DOCUMENT_SYNTAX")]
    [InlineData("{ nobody }", "DOCUMENT_INVALID")]
    [InlineData("{ echo(int: \"one\") }", "INPUT_INVALID")]
    public async Task A_refused_document_is_200_to_plain_JSON_clients(string query, string code)
    {
        var answer = await app.QueryAsync(query, accept: Answer.Json);

        Assert.Equal((200, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("\"data\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_go_by_GET_with_variables_as_JSON()
    {
        var answer = await app.GetAsync(
            "/graphql?query=query($t:String){echo(string:$t)}&variables=" + Uri.EscapeDataString("""{"t":"x"}"""));

        Assert.Equal("""{"data":{"echo":"heard"}}""", answer.Text);
    }

    [Theory]
    [InlineData(Answer.Json)]
    [InlineData(Answer.GraphResponse)]
    public async Task A_mutation_by_GET_is_405_and_says_what_is_allowed(string accept)
    {
        var answer = await app.GetAsync("/graphql?query=mutation{change}", accept);

        Assert.Equal((405, "REQUEST_METHOD"), (answer.Status, answer.Code));
        Assert.Equal(["POST"], answer.Response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=")]
    [InlineData("/graphql?query={__typename}&query={__typename}")]
    [InlineData("/graphql?query={__typename}&variables=[]")]
    [InlineData("/graphql?query={__typename}&variables={")]
    [InlineData("/graphql?query={__typename}&extensions=1")]
    [InlineData("/graphql?query={echo(string:%22%00%22)}")]
    public async Task A_broken_address_is_refused(string address)
    {
        var answer = await app.GetAsync(address);

        Assert.Equal((400, "REQUEST_INVALID"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401_and_asks_for_one()
    {
        var answer = await app.PostAsync("{}"u8.ToArray(), header: GraphApp.StrangerHeader);

        Assert.Equal((401, "AUTH_NOT_AUTHENTICATED"), (answer.Status, answer.Code));
        Assert.Equal("Bearer", answer.Response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("{ __typename __schema { queryType { name } } }", 200)]
    [InlineData("{ ...f } fragment f on Query { ... { __typename } }", 200)]
    [InlineData("{ person { name } }", 401)]
    [InlineData("{ __typename ...f } fragment f on Query { ... { p: person { name } } }", 401)]
    [InlineData("mutation { change }", 401)]
    public async Task Anonymous_callers_may_ask_about_the_schema_alone(string query, int status)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { query });

        var answer = await app.PostAsync(body, header: GraphApp.AnonymousHeader);

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("{ person { name } }", ReadOutcome.Hit, 1)]
    [InlineData("{ __typename }", ReadOutcome.Miss, 0)]
    [InlineData("{ nobody }", ReadOutcome.Refused, 0)]
    [InlineData("{ long }", ReadOutcome.Refused, 0)]
    public async Task Every_operation_is_committed_once_with_its_outcome(string query, ReadOutcome outcome, int persons)
    {
        app.Commits.Clear();

        await app.QueryAsync(query);

        var commit = Assert.Single(app.Commits);
        Assert.Equal((outcome, persons), (commit.Outcome, commit.Persons));
    }

    [Fact]
    public async Task A_bug_is_told_by_an_id_and_nothing_else()
    {
        var answer = await app.QueryAsync("{ __typename fails }");

        Assert.Equal((200, "INTERNAL_ERROR"), (answer.Status, answer.Code));
        Assert.NotEmpty(answer.Extension("id").GetString()!);
        Assert.DoesNotContain(SampleFields.Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"__typename\":\"Query\",\"fails\":null}", answer.Text, StringComparison.Ordinal);
    }
}
