using System.Collections.Frozen;

namespace SharingApi.Ide;

/// <summary>Which files of the package a browser gets, as what, and for how long it may keep them.</summary>
internal static class IdeFiles
{
    public const string Index = "index.html";
    public const string Licence = "LICENSE";

    /// <summary>Answered by us, see <see cref="IdePreset"/>; the package has no such file.</summary>
    public const string Preset = "bcp-config.json";

    /// <summary>The one browser file that is kept back: it would go on serving yesterday's copy after an upgrade, and would
    /// answer every address below ours, the licence too, with the page of the IDE. The IDE runs without it.</summary>
    private const string ServiceWorker = "service-worker.js";

    /// <summary>What is not listed (the package's entry points for Node.js) is not served.</summary>
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".js"] = "text/javascript; charset=utf-8",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The media type of a file that is served; null for one that is not.</summary>
    public static string? ContentType(string path) => path switch
    {
        Licence => "text/plain; charset=utf-8",
        ServiceWorker => null,
        _ => ContentTypes.GetValueOrDefault(Path.GetExtension(path)),
    };

    /// <summary>Names below <c>static/</c> carry a hash of their content; all others must be asked for again.</summary>
    public static string CacheControl(string path) =>
        path.StartsWith("static/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
}
