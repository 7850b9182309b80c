using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SharingApi.Identity;

namespace SharingApi.Tests.Identity;

/// <summary>A small program that signs callers in and answers who they are, on a port of its own.</summary>
public sealed class SignInHost : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-sign-in-").FullName;
    private WebApplication _app = null!;

    /// <summary>Starts at the present, because Identity.Web looks at no clock but the system's for some of its checks.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public HttpMessageInvoker Client { get; private set; } = null!;

    public string KeyFile => Path.Combine(_directory, "development-issuer.pem");

    public async Task InitializeAsync()
    {
        _app = Build(_directory, Clock);
        await _app.StartAsync();
        Client = new HttpMessageInvoker(new SocketsHttpHandler());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Another process on the same data, as after a restart.</summary>
    public async Task RestartAsync()
    {
        await _app.DisposeAsync();
        _app = Build(_directory, Clock);
        await _app.StartAsync();
    }

    public async Task<(int Status, JsonElement Body)> AskForTokenAsync(params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/dev-issuer/kunming/oauth2/v2.0/token"));
        request.Content = new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value));
        using var response = await Client.SendAsync(request, CancellationToken.None);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, json.RootElement.Clone());
    }

    public async Task<string> TokenAsync(string client)
    {
        var (_, body) = await AskForTokenAsync(("grant_type", "client_credentials"), ("client_id", client));
        return body.GetProperty("access_token").GetString()!;
    }

    /// <summary>Who the program says the bearer is, or the challenge.</summary>
    public async Task<(int Status, string Text)> WhoAmIAsync(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("/who"));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await Client.SendAsync(request, CancellationToken.None);
        var challenge = string.Join(' ', response.Headers.WwwAuthenticate.Select((AuthenticationHeaderValue value) => value.ToString()));
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : challenge);
    }

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        using var response = await Client.SendAsync(request, CancellationToken.None);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    private Uri Address(string path) => new(new Uri(_app.Urls.Single()), path);

    private static WebApplication Build(string directory, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataDirectory"] = directory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddSignIn(builder.Configuration, builder.Environment);
        var app = builder.Build();
        app.MapSignIn();
        app.MapGet("/who", WhoAsync);
        return app;
    }

    private static async Task<IResult> WhoAsync(HttpContext http, [FromServices] IServiceProvider services) =>
        (await services.GetRequiredService<SignIn>().CallerAsync(http)).Succeeded(out var caller, out _)
            ? Results.Text($"{caller.Client} {caller.Kind} {string.Join(',', caller.Roles)} {(caller.User is null ? "-" : "human")}")
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
}
