using Microsoft.AspNetCore.Connections;

namespace SharingApi.Hosting;

/// <summary>What the program can be told to do (api.md 1): without a command it serves.</summary>
internal static class CommandLine
{
    private const int Failed = 1;

    /// <summary>Exit code of a command that was told nonsense.</summary>
    internal const int Misused = 2;

    /// <summary>Exit code of a command that did its work and refused lines of the file.</summary>
    internal const int LinesRefused = 3;

    /// <returns>0 where it did what it was told, 1 where it could not, 2 where it was told nonsense, 3 where it refused lines of a file.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            return args switch
            {
                [] or [['-', ..], ..] => await ServeAsync(args, output),
                ["verify", .. var rest] => await VerifyCommand.RunAsync(rest, output),
                ["schema", .. var rest] => await SchemaCommand.RunAsync(rest, output),
                ["intake", .. var rest] => await IntakeCommand.RunAsync(rest, output, errors),
                ["register", .. var rest] => await RegisterCommand.RunAsync(rest, output),
                [var unknown, ..] => await MisuseAsync(unknown, errors),
            };
        }
        catch (ConfigurationFault fault)
        {
            foreach (var sentence in fault.Sentences)
            {
                await errors.WriteLineAsync(sentence);
            }

            return Failed;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync("Another program listens on that address. Stop it, or start with another one: --Urls=http://localhost:PORT.");
            return Failed;
        }
    }

    private static async Task<int> ServeAsync(string[] args, TextWriter output)
    {
        await using var app = await SharingServer.BuildAsync(args, FoundingProgress.OnConsoleAsync, CancellationToken.None);
        await app.StartAsync();
        Greeting.Print(app, output);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> MisuseAsync(string command, TextWriter errors)
    {
        await errors.WriteLineAsync(
            $"There is no command '{command}'. Use intake, verify, schema or register; without a command the server starts.");
        return Misused;
    }
}

/// <summary>The configuration cannot be used: one sentence per fault, each saying how to mend it.</summary>
internal sealed class ConfigurationFault(params string[] sentences) : Exception(string.Join(' ', sentences))
{
    public IReadOnlyList<string> Sentences => sentences;
}
