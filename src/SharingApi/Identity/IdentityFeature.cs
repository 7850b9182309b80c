using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace SharingApi.Identity;

/// <summary>Who calls: Entra ID, or in Development the development issuer.</summary>
internal static class IdentityFeature
{
    private const string DefaultDataDirectory = "data";

    /// <summary>Needs a <see cref="TimeProvider"/>. Faulty settings stop the start with one sentence each.</summary>
    public static IServiceCollection AddSignIn(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment)
    {
        var hasDevelopmentIssuer = DevelopmentSignIn.IsAvailable(environment);
        services.AddSingleton<IValidateOptions<AzureAdSettings>>(new AzureAdRules(hasDevelopmentIssuer));
        services.AddOptions<AzureAdSettings>().BindConfiguration(AzureAdSettings.Section).ValidateOnStart();

        var configured = ConfiguredIn(configuration);
        if (hasDevelopmentIssuer && configured.IsEmpty)
        {
            DevelopmentSignIn.Add(services, environment, configuration["DataDirectory"] ?? DefaultDataDirectory);
        }

        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenRules>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(
            static _ => { },
            entra =>
            {
                var settings = SettingsOf(configured, environment);
                entra.Instance = settings.Instance!;
                entra.TenantId = settings.TenantId;
                entra.ClientId = settings.ClientId;
            });
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, TokenRules>();

        services.AddSingleton(provider => new KnownCallers(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SignIn>();
        return services;
    }

    /// <summary>Maps the development issuer where it stands in for Entra ID; otherwise nothing.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder endpoints) => DevelopmentSignIn.Map(endpoints);

    /// <summary>The settings as they stand, or those of the development issuer where it stands in for them.</summary>
    public static AzureAdSettings SettingsOf(AzureAdSettings configured, IHostEnvironment environment) =>
        configured.IsEmpty && DevelopmentSignIn.IsAvailable(environment) ? DevelopmentSignIn.Settings : configured;

    private static AzureAdSettings ConfiguredIn(IConfiguration configuration) =>
        configuration.GetSection(AzureAdSettings.Section).Get<AzureAdSettings>() ?? new AzureAdSettings();
}
