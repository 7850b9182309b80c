using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Harness.Subjects;

/// <summary>A running server that is measured: the real one or the peer.</summary>
internal sealed class Subject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Subject _issuer;

    private Subject(string name, IPEndPoint address, Process process, Subject? issuer)
    {
        Name = name;
        Address = address;
        _process = process;
        _issuer = issuer ?? this;
    }

    /// <summary>As the tables call it.</summary>
    public string Name { get; }

    public IPEndPoint Address { get; }

    public ProcessFigures Figures => ProcessFigures.Of(_process.Id);

    /// <summary>Starts a published server over a data directory and waits until it listens.</summary>
    /// <param name="name">As the tables will call it.</param>
    /// <param name="assembly">What to run.</param>
    /// <param name="dataDirectory">The register that it answers from.</param>
    /// <param name="issuer">Who gives tokens for it; itself where none is named.</param>
    public static Subject Start(string name, string assembly, string dataDirectory, Subject? issuer = null)
    {
        var subject = Launch(name, assembly, dataDirectory, issuer);
        subject.AwaitLife();
        return subject;
    }

    /// <summary>Starts a published server and does not wait.</summary>
    public static Subject Launch(string name, string assembly, string dataDirectory, Subject? issuer = null)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var process = Process.Start(With(new ProcessStartInfo("dotnet", [assembly]), assembly, dataDirectory, address))!;
        return new Subject(name, address, process, issuer);
    }

    /// <summary>Runs a command of the server, such as <c>register</c>, to its end.</summary>
    public static void Run(string assembly, string dataDirectory, params string[] arguments)
    {
        using var process = Process.Start(With(new ProcessStartInfo("dotnet", [assembly, .. arguments]), assembly, dataDirectory, null))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The command {arguments[0]} ended with {process.ExitCode}.");
        }
    }

    /// <summary>A token of a development client.</summary>
    public async Task<string> TokenAsync(string client)
    {
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler, disposeHandler: false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
        });
        using var answer = await http.PostAsync(new Uri($"http://{_issuer.Address}/dev-issuer/benchmarks/oauth2/v2.0/token"), form);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo With(ProcessStartInfo start, string assembly, string dataDirectory, IPEndPoint? address)
    {
        start.WorkingDirectory = Path.GetDirectoryName(assembly)!;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DataDirectory"] = dataDirectory;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        if (address is not null)
        {
            start.Environment["Urls"] = $"http://{address}";
        }

        return start;
    }

    private void AwaitLife()
    {
        var began = Stopwatch.GetTimestamp();
        while (!IsListening())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The {Name} did not start.");
            }

            Thread.Sleep(20);
        }
    }

    private bool IsListening()
    {
        using var socket = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(Address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
