using Microsoft.IdentityModel.Protocols.OpenIdConnect;
#if DEVELOPMENT_ISSUER
using DevelopmentIssuer;
using Domain.Access;
using Persistence.Access;
#endif

namespace SharingApi.Identity;

/// <summary>The one place that knows whether this build has the development issuer. A published build has not.</summary>
internal static class DevelopmentSignIn
{
#if DEVELOPMENT_ISSUER
    public static bool IsAvailable(IHostEnvironment environment) => environment.IsDevelopment();

    /// <summary>The settings under which the issuer's tokens are checked.</summary>
    public static AzureAdSettings Settings { get; } = new()
    {
        Instance = Issuer.Instance,
        TenantId = Issuer.TenantId,
        ClientId = Issuer.ClientId,
    };

    public static void Add(IServiceCollection services, IHostEnvironment environment, string dataDirectory) =>
        services.AddSingleton(provider =>
            new Issuer(environment, dataDirectory, Clients(), provider.GetRequiredService<TimeProvider>()));

    public static OpenIdConnectConfiguration ConfigurationOf(IServiceProvider services) =>
        services.GetRequiredService<Issuer>().Configuration;

    /// <summary>Maps the token endpoint where the issuer stands in for Entra ID.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<Issuer>() is { } issuer)
        {
            endpoints.MapDevelopmentIssuer(issuer);
        }
    }

    private static IEnumerable<DevelopmentClient> Clients() => FoundingClients.All.Select(client =>
        new DevelopmentClient(client.Id, client.Kind == ClientKind.Application, DevelopmentRoles.Of(client)));
#else
    public static AzureAdSettings Settings => throw new InvalidOperationException(Absent);

    private const string Absent = "This build has no development issuer.";

    public static bool IsAvailable(IHostEnvironment environment) => false;

    public static void Add(IServiceCollection services, IHostEnvironment environment, string dataDirectory) =>
        throw new InvalidOperationException(Absent);

    public static OpenIdConnectConfiguration ConfigurationOf(IServiceProvider services) =>
        throw new InvalidOperationException(Absent);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
    }
#endif
}
