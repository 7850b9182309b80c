using System.Diagnostics;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SharingApi.Access;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Streams;
using SharingApi.Graph.Transport;
using SharingApi.Tests.Access;
using Testing;

namespace SharingApi.Tests.Streams;

/// <summary>What a stream is about to send holds the rights that it was made with: who takes them away waits until it has left.</summary>
public sealed class HeldRightsTests(AccessApp server) : IClassFixture<AccessApp>
{
    private readonly IServiceProvider _services = server.App.Services;

    [Fact]
    public async Task A_response_that_has_not_been_sent_holds_up_a_change_of_rights_and_no_longer()
    {
        var origin = await OriginAsync();
        var stream = await _services.GetRequiredService<OperationStreams>().BeginAsync(
            new GraphRequest("{ persons(first: 1) { nodes { name } } }", null, null, Inputs.Empty, Inputs.Empty),
            OperationKinds.Query,
            origin,
            CancellationToken.None);

        var change = _services.GetRequiredService<RightsLeases>().OutliveAsync(null);
        Assert.False(change.IsCompleted);
        var watch = Stopwatch.StartNew();
        stream.First!.Dispose();
        await change;

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Asking_whether_somebody_is_still_let_in_holds_nothing()
    {
        Assert.Null(await _services.GetRequiredService<OperationStreams>().CheckAsync(await OriginAsync(), CancellationToken.None));

        Assert.True(_services.GetRequiredService<RightsLeases>().OutliveAsync(null).IsCompletedSuccessfully);
    }

    private async Task<RequestOrigin> OriginAsync()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = $"Bearer {await new TokenDesk(server.App.Http).TokenOfAsync("civil-affairs")}";
        http.Request.Headers["Sharing-Purpose"] = "SUBSIDY";
        return RequestOrigin.Of(http);
    }
}
