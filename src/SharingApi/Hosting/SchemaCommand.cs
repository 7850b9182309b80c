using SharingApi.Graph.Schema;

namespace SharingApi.Hosting;

/// <summary><c>schema</c>: prints the SDL.</summary>
internal static class SchemaCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        await using var app = SharingServer.Compose(args);
        await output.WriteAsync(app.Services.GetRequiredService<SharingSchema>().Sdl());
        return 0;
    }
}
