using SharingApi.Hosting;

namespace SharingApi.Tests.Hosting;

/// <summary>Bad configuration stops the start, with sentences that say how to mend it.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sharing-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("Development", "Database:Provider=Oracle", "Database:Provider must be one of")]
    [InlineData("Development", "Register:Persons=0", "Register:Persons must lie between")]
    [InlineData("Development", "Limits:Tokens=-5", "Limits:Tokens must lie between 100 and 100,000.")]
    [InlineData("Development", "Encryption:Suite=Rot13", "Encryption:Suite")]
    [InlineData("Development", "Clock:Start=tomorrow", "Clock:Start")]
    [InlineData("Development", "Register:Seed=seven", "Register:Seed")]
    public async Task Each_fault_is_told_in_a_sentence(string environment, string setting, string sentence)
    {
        var faults = await FaultsOfAsync(environment, setting);

        Assert.Contains(faults, fault => fault.Contains(sentence, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain("Exception", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_Development_nothing_is_assumed()
    {
        var faults = await FaultsOfAsync("Production", "Register:AllowSyntheticArea=true");

        Assert.Contains(faults, fault => fault.Contains("Encryption", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("AzureAd:TenantId", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Register:AllowSyntheticArea", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> FaultsOfAsync(string environment, string setting)
    {
        var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            [$"--environment={environment}", $"--DataDirectory={_directory.FullName}", "--Urls=http://127.0.0.1:0", $"--{setting}"],
            TextWriter.Null,
            errors);
        Assert.Equal(1, exitCode);
        return errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
