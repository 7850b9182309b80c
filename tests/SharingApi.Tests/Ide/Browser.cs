using Microsoft.Playwright;

namespace SharingApi.Tests.Ide;

/// <summary>The distribution's Chromium without a window, which notes every request and complaint of its pages.</summary>
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
        _context.Request += (_, request) => Requests.Add(request.Url);
        _context.Console += (_, message) => Complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        _context.WebError += (_, error) => Complaints.Add(error.Error);
        Page = context.Pages[0];
        Page.WebSocket += (_, socket) => Requests.Add(socket.Url);
    }

    public IPage Page { get; }

    /// <summary>Addresses that were asked for, WebSockets among them.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors in the console (a broken content policy is one) and uncaught exceptions.</summary>
    public List<string> Complaints { get; } = [];

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
                "--disable-component-update", "--disable-sync",
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
