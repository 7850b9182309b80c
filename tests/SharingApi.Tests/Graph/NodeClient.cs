using System.Diagnostics;
using Testing;

namespace SharingApi.Tests.Graph;

/// <summary>Runs the public JavaScript clients of <c>tests/clients</c> against a server of ours.</summary>
internal static class NodeClient
{
    private static readonly string Source = Path.Combine(Repository.Root, "tests", "clients");
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Lines that the script printed: its own report, which says what failed.</summary>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var folder = await Installed.Value;
        CopyTo(folder, "*.mjs");
        var run = await StartAsync("node", folder, [script, .. arguments]);
        return run.Lines.Length > 0 ? run.Lines : throw new InvalidOperationException(run.Text);
    }

    /// <summary>
    /// A folder of its own for a client that is built before it runs, with all sources of <c>tests/clients</c>; what is
    /// installed is found from it. An earlier one of the same name is emptied.
    /// </summary>
    public static async Task<string> FolderAsync(string name)
    {
        var folder = Path.Combine(await Installed.Value, "built", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        CopyTo(folder, "*.mjs");
        CopyTo(folder, "*.ts");
        CopyTo(folder, "*.json");
        return folder;
    }

    /// <summary>Runs a script in a folder to its end.</summary>
    /// <param name="folder">One of <see cref="FolderAsync"/>.</param>
    /// <param name="script">Its path from there; one of a package stands behind <c>node_modules/</c>.</param>
    /// <param name="arguments">What follows it.</param>
    public static async Task<NodeRun> RunInAsync(string folder, string script, params string[] arguments)
    {
        var path = script.StartsWith("node_modules/", StringComparison.Ordinal)
            ? Path.Combine(await Installed.Value, script)
            : script;
        return await StartAsync("node", folder, [path, .. arguments]);
    }

    /// <summary>Installs beside the build output what the lock file pins, once for every state of the lock file.</summary>
    private static async Task<string> InstallAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "clients")).FullName;
        var installed = Path.Combine(folder, "installed-lock.json");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc"])
            {
                File.Copy(Path.Combine(Source, file), Path.Combine(folder, file), overwrite: true);
            }

            var run = await StartAsync("npm", folder, ["ci", "--ignore-scripts"]);
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"The clients could not be installed: {run.Text}");
            }

            await File.WriteAllTextAsync(installed, wanted);
        }

        return folder;
    }

    private static void CopyTo(string folder, string pattern)
    {
        foreach (var source in Directory.EnumerateFiles(Source, pattern))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }
    }

    private static async Task<NodeRun> StartAsync(string program, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new NodeRun(
            process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), await error);
    }
}

/// <summary>A script that ran to its end.</summary>
/// <param name="ExitCode">0 where it found nothing wrong.</param>
/// <param name="Lines">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record NodeRun(int ExitCode, string[] Lines, string Errors)
{
    /// <summary>All that it said.</summary>
    public string Text => $"{string.Join('\n', Lines)}\n{Errors}";
}
