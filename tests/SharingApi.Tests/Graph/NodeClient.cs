using System.Diagnostics;
using Testing;

namespace SharingApi.Tests.Graph;

/// <summary>Runs the public JavaScript clients of <c>tests/clients</c> against a server of ours.</summary>
internal static class NodeClient
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Lines that the script printed.</summary>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var folder = await Installed.Value;
        foreach (var source in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "clients"), "*.mjs"))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }

        return (await StartAsync("node", folder, [script, .. arguments]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Installs beside the build output what the lock file pins, once for every state of the lock file.</summary>
    private static async Task<string> InstallAsync()
    {
        var source = Path.Combine(Repository.Root, "tests", "clients");
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "clients")).FullName;
        var installed = Path.Combine(folder, "installed-lock.json");
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"));
        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc"])
            {
                File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
            }

            await StartAsync("npm", folder, ["ci", "--ignore-scripts"]);
            await File.WriteAllTextAsync(installed, wanted);
        }

        return folder;
    }

    /// <summary>Standard output; the script's own report says what failed, so the exit code is not looked at.</summary>
    private static async Task<string> StartAsync(string program, string folder, string[] arguments)
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
        return await output is { Length: > 0 } text ? text : throw new InvalidOperationException(await error);
    }
}
