using System.Text.Json.Serialization;

namespace SharingApi.Ide;

/// <summary>The settings that the IDE fetches as <c>bcp-config.json</c> when it opens.</summary>
internal sealed record IdePreset
{
    private const string WelcomeResource = "Ide.welcome.graphql";

    public static IdePreset Instance { get; } = new();

    /// <summary>No call home: the register's network may have no way out, and nobody should learn who looks.</summary>
    public bool DisableTelemetry => true;

    /// <summary>The endpoint is read relative to the address in the browser, so that it survives proxies and path bases.</summary>
    public bool UseBrowserUrlAsEndpoint => true;

    /// <summary>One level up from <c>/graphql/ui/</c>. The IDE derives the WebSocket address from it.</summary>
    public string Endpoint => "..";

    /// <summary>What a new document holds.</summary>
    [JsonPropertyName("graphQLDocument")]
    public string Document { get; } = ReadWelcome();

    private static string ReadWelcome()
    {
        using var stream = typeof(IdePreset).Assembly.GetManifestResourceStream(WelcomeResource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
