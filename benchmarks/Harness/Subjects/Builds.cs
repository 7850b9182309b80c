using System.Diagnostics;

namespace Harness.Subjects;

/// <summary>Publishes what is measured.</summary>
internal static class Builds
{
    /// <summary>The server as it is published, but for the development issuer, without which nobody here would get a token.</summary>
    public static string Server() => Publish("src/SharingApi", "server", "-p:WithDevelopmentIssuer=true", "SharingApi.dll");

    public static string Peer() => Publish("benchmarks/Peer", "peer", "", "Peer.dll");

    private static string Publish(string project, string folder, string property, string assembly)
    {
        var output = Path.Combine(Folders.Benchmarks, folder);
        string[] arguments = ["publish", Path.Combine(Folders.Repository, project), "-c", "Release", "-o", output, "-v", "q", "--nologo"];
        Console.WriteLine($"Publishing {project}");
        using var process = Process.Start(new ProcessStartInfo("dotnet", property.Length > 0 ? [.. arguments, property] : arguments))!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, assembly)
            : throw new InvalidOperationException($"{project} could not be published.");
    }
}
