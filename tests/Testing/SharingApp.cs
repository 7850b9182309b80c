using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SharingApi.Hosting;

namespace Testing;

/// <summary>The real server in this process: real Kestrel on a free loopback port, a real SQLite register of its own.</summary>
public sealed class SharingApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _directory;

    private SharingApp(WebApplication app, string directory)
    {
        _app = app;
        _directory = directory;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = Address };
        Desk = new TokenDesk(Http);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>The folder that holds everything this server stores.</summary>
    public string DataDirectory => _directory;

    public IServiceProvider Services => _app.Services;

    private TokenDesk Desk { get; }

    /// <summary>Starts a server over a small register.</summary>
    /// <param name="settings">Configuration, such as <c>Limits:Tokens=100</c>.</param>
    public static async Task<SharingApp> StartAsync(params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("sharing-").FullName;
        return await StartInAsync(directory, settings);
    }

    /// <summary>Starts a server over a small register whose time goes on only when the test says so.</summary>
    public static async Task<SharingApp> StartAsync(TimeProvider clock, params string[] settings) =>
        await StartInAsync(Directory.CreateTempSubdirectory("sharing-").FullName, clock, settings);

    /// <summary>Starts a server over what an earlier one left in a folder.</summary>
    public static Task<SharingApp> StartInAsync(string directory, params string[] settings) => StartInAsync(directory, null, settings);

    private static async Task<SharingApp> StartInAsync(string directory, TimeProvider? clock, string[] settings)
    {
        string[] arguments =
        [
            "--environment=Development",
            "--Urls=http://127.0.0.1:0",
            $"--DataDirectory={directory}",
            "--Register:Persons=600",
            "--Register:Seed=7",
            "--Logging:LogLevel:Default=Warning",
            .. settings.Select(setting => $"--{setting}"),
        ];
        var app = await SharingServer.BuildAsync(arguments, FoundingProgress.SilentAsync, CancellationToken.None, clock);
        await app.StartAsync();
        return new SharingApp(app, directory);
    }

    /// <summary>Somebody who asks for a purpose.</summary>
    public Asker As(string client, string? purpose = null) => new(Http, Desk, client, purpose);

    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
