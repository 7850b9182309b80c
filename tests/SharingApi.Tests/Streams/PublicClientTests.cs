using System.Text.Json;
using SharingApi.Tests.Graph;
using Testing;

namespace SharingApi.Tests.Streams;

/// <summary>The clients that partners bring, unchanged, against the real server.</summary>
public sealed class PublicClientTests : IAsyncLifetime
{
    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("graphql-ws-tour.mjs", 10)]
    [InlineData("graphql-sse-tour.mjs", 8)]
    public async Task A_client_queries_subscribes_resumes_fails_and_closes_as_its_protocol_says(string script, int steps)
    {
        var desk = new TokenDesk(_app.Http);
        var holders = await Holder.LivingAsync(_app, 2);
        var deaths = holders.Select((holder, i) => holder.Death($"tour-{i}"));

        var report = await NodeClient.RunAsync(
            script,
            new Uri(_app.Address, "/graphql").AbsoluteUri,
            await desk.TokenOfAsync("federation"),
            await desk.TokenOfAsync("public-security"),
            JsonSerializer.Serialize(deaths));

        Assert.All(report, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        Assert.Equal(steps, report.Length);
    }
}
