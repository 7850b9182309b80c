using System.Collections.Concurrent;
using System.Diagnostics;
using SharingApi.Hosting;

namespace Testing;

/// <summary>The server as a process of its own, so that it can be killed in the middle of its work.</summary>
public sealed class SharingProcess : IDisposable
{
    private const int LinesKept = 200;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private SharingProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = address };
        Desk = new TokenDesk(Http);
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>True once the process is gone, by whatever way.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The last lines that the server wrote, its complaints among them.</summary>
    public IReadOnlyList<string> LastLines => [.. _lines];

    private TokenDesk Desk { get; }

    /// <summary>Starts the server on a free port and waits until it says that it listens.</summary>
    public static async Task<SharingProcess> StartAsync(string dataDirectory, params string[] settings)
    {
        var process = Process.Start(Command(dataDirectory, ["--Urls=http://127.0.0.1:0", .. settings]))!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Greeting.ListeningOn, StringComparison.Ordinal))
            {
                var address = new Uri(line[Greeting.ListeningOn.Length..].Trim());
                var server = new SharingProcess(process, address);
                _ = server.FollowAsync(process.StandardOutput);
                _ = server.FollowAsync(process.StandardError);
                return server;
            }
        }

        throw new InvalidOperationException($"The server did not start: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string command, string dataDirectory, params string[] settings)
    {
        var start = Command(dataDirectory, settings);
        start.ArgumentList.Insert(1, command);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public Asker As(string client, string? purpose = null) => new(Http, Desk, client, purpose);

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>Reads on, so that the server never waits for somebody to read.</summary>
    private async Task FollowAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.TryDequeue(out _);
            }
        }
    }

    private static ProcessStartInfo Command(string dataDirectory, string[] settings) => new(
        "dotnet",
        [
            typeof(SharingServer).Assembly.Location,
            "--environment=Development",
            $"--DataDirectory={dataDirectory}",
            "--Register:Persons=2000",
            "--Register:Seed=7",
            "--Logging:LogLevel:Default=Warning",
            .. settings,
        ])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
