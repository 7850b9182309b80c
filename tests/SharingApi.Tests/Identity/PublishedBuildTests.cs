using System.Diagnostics;
using Testing;

namespace SharingApi.Tests.Identity;

/// <summary>What leaves the house: published once for all tests, into a folder of artifacts of its own.</summary>
public sealed class PublishedBuildTests(PublishedBuild build) : IClassFixture<PublishedBuild>
{
    [Fact]
    public void What_is_published_does_not_contain_the_development_issuer()
    {
        Assert.Contains("SharingApi.dll", build.Files);
        Assert.DoesNotContain(build.Files, file => file.Contains("DevelopmentIssuer", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_is_published_does_not_start_without_an_Entra_tenant(string environment)
    {
        var (exitCode, sentences) = await build.StartAsync(environment);

        Assert.NotEqual(0, exitCode);
        Assert.All(["AzureAd:Instance", "AzureAd:TenantId", "AzureAd:ClientId"], setting =>
            Assert.Single(sentences, sentence => sentence.StartsWith(setting, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_settings_it_says_all_that_is_missing_at_once_and_makes_nothing()
    {
        var (_, sentences) = await build.StartAsync("Production");

        Assert.Contains(sentences, sentence => sentence.StartsWith("Encryption:", StringComparison.Ordinal));
        Assert.Equal(4, sentences.Count);
        Assert.DoesNotContain("sharing.db", build.Stored("Production"));
    }
}

/// <summary>The published program.</summary>
public sealed class PublishedBuild : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-publish-").FullName;

    public IReadOnlyList<string> Files { get; private set; } = [];

    private string Output => Path.Combine(_directory, "out");

    public async Task InitializeAsync()
    {
        // A published build must not mix with the one that runs this test. Compiling it ahead takes long and changes no file's name;
        // a build node that lives on would keep the output open that is waited for.
        var (exitCode, said) = await RunAsync(
            "publish", Path.Combine(Repository.Root, "src", "SharingApi"), "-c", "Release", "--nologo", "-v", "q",
            "-p:ArtifactsPath=" + Path.Combine(_directory, "artifacts"), "-p:RestoreLockedMode=true", "-p:RunAnalyzers=false",
            "-p:PublishReadyToRun=false", "-nodeReuse:false", "-o", Output);
        Assert.True(exitCode == 0, string.Join('\n', said));
        Files = [.. Directory.GetFiles(Output).Select(path => Path.GetFileName(path))];
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Starts the server without any setting and waits until it has given up.</summary>
    public Task<(int ExitCode, IReadOnlyList<string> Sentences)> StartAsync(string environment) => RunAsync(
        Path.Combine(Output, "SharingApi.dll"), $"--environment={environment}", $"--DataDirectory={DataOf(environment)}", "--Urls=http://127.0.0.1:0");

    /// <summary>Names of the files that a start has left behind.</summary>
    public IReadOnlyList<string> Stored(string environment) => Directory.Exists(DataOf(environment))
        ? [.. Directory.GetFiles(DataOf(environment)).Select(path => Path.GetFileName(path))]
        : [];

    private string DataOf(string environment) => Path.Combine(_directory, environment);

    private static async Task<(int ExitCode, IReadOnlyList<string> Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var lines = $"{output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (process.ExitCode, lines);
    }
}
