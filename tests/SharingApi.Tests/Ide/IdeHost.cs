using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SharingApi.Ide;

namespace SharingApi.Tests.Ide;

/// <summary>A server on a free loopback port that has the IDE and, beside it, a small GraphQL endpoint for it to talk to.</summary>
internal sealed class IdeHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };

    private IdeHost(WebApplication app, GraphStub graph)
    {
        _app = app;
        Graph = graph;
        Client = new HttpMessageInvoker(_handler, disposeHandler: false);
    }

    public GraphStub Graph { get; }

    public HttpMessageInvoker Client { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <param name="environment">Development, or another.</param>
    /// <param name="enabled">The setting <c>Ide:Enabled</c>; null leaves it unset.</param>
    /// <param name="archive">What the build embedded; null takes what this build has.</param>
    public static async Task<IdeHost> StartAsync(
        string environment = "Development", bool? enabled = null, IdeArchive? archive = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Ide:Enabled"] = enabled?.ToString();
        builder.Services.AddSingleton(archive ?? IdeArchive.Embedded);
        builder.Services.AddIde();

        var graph = new GraphStub();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapIde();
        app.Map("/graphql", graph.AnswerAsync);
        await app.StartAsync();
        return new IdeHost(app, graph);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        with?.Invoke(request);
        return await Client.SendAsync(request, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _app.DisposeAsync();
    }
}
