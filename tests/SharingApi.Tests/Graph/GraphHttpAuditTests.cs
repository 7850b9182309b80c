namespace SharingApi.Tests.Graph;

public sealed class GraphHttpAuditTests(GraphApp app) : IClassFixture<GraphApp>
{
    [Fact]
    public async Task All_61_checks_of_the_GraphQL_over_HTTP_audit_pass()
    {
        var report = await NodeClient.RunAsync("graphql-http-audit.mjs", new Uri(app.Address, "/graphql").AbsoluteUri);

        Assert.All(report[..^1], line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Equal("61 of 61", report[^1]);
    }
}
