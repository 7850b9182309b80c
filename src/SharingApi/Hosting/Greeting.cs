using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SharingApi.Identity;

namespace SharingApi.Hosting;

/// <summary>What the server says when it is ready, to whoever started it.</summary>
internal static class Greeting
{
    /// <summary>How the line with the address starts; scripts may wait for it.</summary>
    public const string ListeningOn = "SharingApi listens on ";

    public static void Print(WebApplication app, TextWriter output)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses)
        {
            output.WriteLine(ListeningOn + address);
        }

        if (!app.Environment.IsDevelopment() || addresses.FirstOrDefault() is not { } first)
        {
            return;
        }

        output.WriteLine($"The IDE is at {first}/graphql/ui/");
        if (DevelopmentSignIn.TokenCommand(first, "civil-affairs") is { } command)
        {
            output.WriteLine("A token, ready to paste:");
            output.WriteLine($"  {command}");
        }
    }
}
