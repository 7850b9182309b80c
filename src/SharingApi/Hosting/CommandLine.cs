using Microsoft.Extensions.Options;

namespace SharingApi.Hosting;

/// <summary>What the program can be told to do (api.md 1): without a command it serves.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                [] or [['-', ..], ..] => await ServeAsync(args),
                ["verify", .. var rest] => await VerifyCommand.RunAsync(rest, Console.Out),
                ["schema", .. var rest] => await SchemaCommand.RunAsync(rest, Console.Out),
                ["register", .. var rest] => await RegisterCommand.RunAsync(rest),
                [var unknown, ..] => Misuse(unknown),
            };
        }
        catch (OptionsValidationException faults)
        {
            return Refuse(faults.Failures);
        }
        catch (ConfigurationFault fault)
        {
            return Refuse(fault.Sentences);
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await SharingServer.BuildAsync(args, CancellationToken.None);
        await app.StartAsync();
        Greeting.Print(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static int Misuse(string command)
    {
        Console.Error.WriteLine($"There is no command '{command}'. Use verify, schema or register; without a command the server starts.");
        return Misused;
    }

    private static int Refuse(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        return Failed;
    }
}

/// <summary>The configuration cannot be used: one sentence per fault, each saying how to mend it.</summary>
internal sealed class ConfigurationFault(params string[] sentences) : Exception(string.Join(' ', sentences))
{
    public IReadOnlyList<string> Sentences => sentences;
}
