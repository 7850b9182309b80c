using System.Net.Http.Headers;
using SharingApi.Tests.Graph;

namespace SharingApi.Tests.Streams;

public sealed class EventStreamTests(GraphApp app) : IClassFixture<GraphApp>
{
    private const string Events = "text/event-stream";
    private const string End = "event: complete\ndata:\n\n";

    [Fact]
    public async Task A_query_is_one_event_and_the_end()
    {
        var answer = await app.QueryAsync("{ __typename }", accept: Events);

        Assert.Equal((200, "text/event-stream; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\n" + End, answer.Text);
    }

    [Fact]
    public async Task A_query_may_come_by_GET()
    {
        var answer = await app.GetAsync("/graphql?query={__typename}", Events);

        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\n" + End, answer.Text);
    }

    [Fact]
    public async Task A_mutation_may_come_by_POST_and_not_by_GET()
    {
        var byPost = await app.QueryAsync("mutation { change }", accept: Events);
        var byGet = await app.GetAsync("/graphql?query=mutation{change}", Events);

        Assert.Contains("\"changed\"", byPost.Text, StringComparison.Ordinal);
        Assert.Equal((405, "REQUEST_METHOD"), (byGet.Status, byGet.Code));
        Assert.Equal(["POST"], byGet.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_document_that_is_refused_is_an_event()
    {
        var answer = await app.QueryAsync("{ nobody }", accept: Events);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("event: next\ndata: {\"errors\":[", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith(End, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400, "REQUEST_INVALID")]
    [InlineData("{}", 400, "REQUEST_INVALID")]
    public async Task What_never_became_an_operation_is_told_by_the_status(string body, int status, string code)
    {
        var answer = await app.PostAsync(body, accept: Events);

        Assert.Equal((status, code, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.Code, answer.ContentType));
    }

    [Fact]
    public async Task A_stranger_is_not_let_in()
    {
        var answer = await app.PostAsync([.. "{\"query\":\"{ __typename }\"}"u8], accept: Events, header: GraphApp.StrangerHeader);

        Assert.Equal((401, "AUTH_NOT_AUTHENTICATED"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_disclosing_operation_is_in_the_read_log_before_its_event()
    {
        app.Commits.Clear();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={person{name}}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Events));

        var answer = await app.SendAsync(request);

        Assert.Contains("阿诗玛 𠮷", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(app.Commits).Persons);
    }
}
