namespace SharingApi.Hosting;

/// <summary><c>register --persons N --seed S</c>: makes a synthetic register and ends (api.md 1).</summary>
internal static class RegisterCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        string[] settings = [.. args.Select(argument => argument switch
        {
            "--persons" => "--Register:Persons",
            "--seed" => "--Register:Seed",
            _ => argument,
        })];
        await using var app = await SharingServer.BuildAsync(settings, FoundingProgress.OnConsoleAsync, CancellationToken.None);
        await output.WriteLineAsync("The register is there. A register that was there before is left as it was.");
        return 0;
    }
}
