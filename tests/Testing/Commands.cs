using SharingApi.Hosting;

namespace Testing;

/// <summary>Commands of the program, run as an operator runs them, over the folder of a server.</summary>
public static class Commands
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="args">The command and what follows it.</param>
    /// <returns>The exit code and every line that was printed, on either stream.</returns>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(string directory, params string[] args)
    {
        await using var output = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            [
                .. args,
                "--environment=Development",
                $"--DataDirectory={directory}",
                "--Logging:LogLevel:Default=Warning",
            ],
            output,
            output);
        return (exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
