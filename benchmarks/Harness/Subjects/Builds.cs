using System.Diagnostics;

namespace Harness.Subjects;

/// <summary>Publishes what is measured.</summary>
internal static class Builds
{
    /// <summary>The server as it is published, but for the development issuer, without which nobody here would get a token.</summary>
    /// <param name="withoutReadLog">Whether it keeps no read log.</param>
    public static string Server(bool withoutReadLog) => withoutReadLog
        ? Publish("src/SharingApi", "server-without-log", "SharingApi.dll", "-p:WithDevelopmentIssuer=true", "-p:MeasuredWithoutReadLog=true")
        : Publish("src/SharingApi", "server", "SharingApi.dll", "-p:WithDevelopmentIssuer=true");

    public static string Peer() => Publish("benchmarks/Peer", "peer", "Peer.dll");

    private static string Publish(string project, string folder, string assembly, params string[] properties)
    {
        var output = Path.Combine(Folders.Benchmarks, folder);
        string[] arguments = ["publish", Path.Combine(Folders.Repository, project), "-c", "Release", "-o", output, "-v", "q", "--nologo"];
        Console.WriteLine($"Publishing {project}");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [.. arguments, .. properties]))!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, assembly)
            : throw new InvalidOperationException($"{project} could not be published.");
    }
}
