using System.Diagnostics;

namespace SharingApi.Tests.Identity;

public sealed class PublishedBuildTests
{
    [Fact]
    public async Task What_is_published_does_not_contain_the_development_issuer()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SharingApi.sln")))
        {
            root = root.Parent!;
        }

        var target = Directory.CreateTempSubdirectory("sharing-publish-").FullName;
        try
        {
            // Output of its own: a published build must not mix with the one that runs this test.
            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "publish", Path.Combine(root.FullName, "src", "SharingApi"), "--nologo", "-v", "q", "-nodeReuse:false",
                    "-p:ArtifactsPath=" + Path.Combine(target, "artifacts"), "-p:RestoreLockedMode=true",
                    "-p:RunAnalyzers=false", "-o", Path.Combine(target, "out"),
                },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using var publish = Process.Start(start)!;
            var output = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();

            Assert.True(publish.ExitCode == 0, output);
            var published = Directory.GetFiles(Path.Combine(target, "out")).Select(Path.GetFileName).ToList();
            Assert.Contains("SharingApi.dll", published);
            Assert.DoesNotContain(published, file => file!.Contains("DevelopmentIssuer"));
        }
        finally
        {
            Directory.Delete(target, recursive: true);
        }
    }
}
