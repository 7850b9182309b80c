using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SharingApi.Tests.Ide;

/// <summary>The distribution's Chromium without a window and without a network beyond this machine; it notes every request and
/// every complaint of its page.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowserContext _context;
    private readonly string _profile;

    private Browser(IPlaywright playwright, IBrowserContext context, string profile)
    {
        _playwright = playwright;
        _context = context;
        _profile = profile;
        _context.Request += (_, request) => Requests.Enqueue(request.Url);
        _context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Enqueue($"{message.Location}: {message.Text}");
            }
        };
        Page = context.Pages[0];
        Page.WebSocket += (_, socket) => Requests.Enqueue(socket.Url);
    }

    public IPage Page { get; }

    /// <summary>Addresses that were asked for, WebSockets and those of workers among them.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>
    /// Errors in the console: a breach of the content policy and a file that does not come are such. What the IDE's own script
    /// throws and survives, as it does on a slow machine, is not ours.
    /// </summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Null where no Chromium is installed.</summary>
    public static string? Executable => Array.Find(Places, File.Exists);

    public static async Task<Browser> OpenAsync(string executable)
    {
        var profile = Directory.CreateTempSubdirectory("sharing-browser-").FullName;
        var playwright = await Playwright.CreateAsync();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = executable,
            Headless = true,
            ChromiumSandbox = false,
            ViewportSize = new() { Width = 1440, Height = 900 },
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
        return new Browser(playwright, context, profile);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _playwright.Dispose();
        Directory.Delete(_profile, recursive: true);
    }
}
