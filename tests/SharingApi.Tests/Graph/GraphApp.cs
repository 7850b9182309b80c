using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Domain.Access;
using Domain.Audit;
using Domain.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Schema;

namespace SharingApi.Tests.Graph;

/// <summary>The transport on a real socket with <see cref="SampleFields"/>; whoever says nothing is let in.</summary>
public sealed class GraphApp : IAsyncLifetime
{
    public const string AnonymousHeader = "test-anonymous";
    public const string StrangerHeader = "test-stranger";

    private readonly WebApplication _app;

    public GraphApp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Register:AllowSyntheticArea", "true")]);
        builder.Services.AddGraph();
        builder.Services.AddSingleton<IRootFields, SampleFields>();
        builder.Services.AddSingleton<IOperationFrame>(new OpenFrame(Commits));
        _app = builder.Build();
        _app.MapGraph();
    }

    /// <summary>What the read log was told, in order.</summary>
    internal ConcurrentQueue<(string RequestId, ReadOutcome Outcome, int Persons)> Commits { get; } = [];

    internal DocumentCache Cache => _app.Services.GetRequiredService<DocumentCache>();

    internal SharingSchema Schema => _app.Services.GetRequiredService<SharingSchema>();

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public Task<Answer> QueryAsync(string query, object? variables = null, string accept = Answer.GraphResponse) =>
        PostAsync(JsonSerializer.SerializeToUtf8Bytes(new { query, variables }), accept: accept);

    public Task<Answer> PostAsync(string body, string? contentType = "application/json", string accept = Answer.GraphResponse) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, accept);

    public async Task<Answer> PostAsync(
        byte[] body, string? contentType = "application/json", string accept = Answer.GraphResponse, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation("accept", accept);
        if (header is not null)
        {
            request.Headers.Add(header, "yes");
        }

        return await SendAsync(request);
    }

    public async Task<Answer> GetAsync(string pathAndQuery, string accept = Answer.GraphResponse)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        request.Headers.TryAddWithoutValidation("accept", accept);
        return await SendAsync(request);
    }

    /// <summary>Asked after every malformed request: nothing that arrives may end the process or hang it.</summary>
    public async Task StillAnswersAsync()
    {
        var answer = await QueryAsync("{ __typename }");

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", answer.Text);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private sealed class OpenFrame(ConcurrentQueue<(string, ReadOutcome, int)> commits) : IOperationFrame
    {
        public ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken) =>
            ValueTask.FromResult<Outcome<OperationContext>>(http.Request.Headers.ContainsKey(StrangerHeader)
                ? new Refusal("AUTH_NOT_AUTHENTICATED", "Send a valid token.")
                : Operations.Of(http.Request.Headers.ContainsKey(AnonymousHeader) ? null : "tester", http.TraceIdentifier));

        public ValueTask<RefusalError?> SettleAsync(OperationContext operation) => ValueTask.FromResult<RefusalError?>(null);

        public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome)
        {
            commits.Enqueue((operation.Record.RequestId, outcome, operation.Record.Persons.Count));
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Operation contexts for tests that need no rights.</summary>
internal static class Operations
{
    public static OperationContext Of(string? client, string requestId = "request-1") => new(
        client is null ? null : new Caller(client, null, new HashSet<string>(), ClientKind.Application),
        new Disclosure(client ?? "", null, RowScope.Nothing, [.. CatalogueItem.All.Select(_ => DisclosureLevel.Denied)]),
        new ReadRecord(requestId, null));
}

/// <summary>What came back over the wire.</summary>
public sealed record Answer(int Status, string? ContentType, string Text, HttpResponseMessage Response)
{
    public const string GraphResponse = "application/graphql-response+json";

    public const string Json = "application/json";

    /// <summary>Code of the first error.</summary>
    public string? Code => Error?.GetProperty("extensions").GetProperty("code").GetString();

    public JsonElement? Error =>
        JsonDocument.Parse(Text).RootElement.TryGetProperty("errors", out var errors) ? errors[0] : null;

    public JsonElement Extension(string name) => Error!.Value.GetProperty("extensions").GetProperty(name);

    internal static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        await response.Content.ReadAsStringAsync(),
        response);
}
