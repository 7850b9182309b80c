using Microsoft.EntityFrameworkCore;
using Persistence;
using Persistence.Audit;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Cases;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Ide;
using SharingApi.Identity;
using SharingApi.Notices;
using SharingApi.Persons;
using SharingApi.Places;
using SharingApi.Register;
using SharingApi.ServiceNeeds;
using SharingApi.StatusChanges;

namespace SharingApi.Hosting;

/// <summary>Puts the server together from its features.</summary>
internal static class SharingServer
{
    /// <summary>The server with its stores ready, the register founded where there was none.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="show">Shows how far the first start is.</param>
    /// <param name="cancellationToken">Interrupts the first start; the next one begins it anew.</param>
    /// <param name="system">The clock beneath the server's own; null for the system's.</param>
    /// <exception cref="ConfigurationFault">The configuration cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(
        string[] args, ShowProgress show, CancellationToken cancellationToken, TimeProvider? system = null)
    {
        var app = Compose(args, system);
        await app.Services.GetRequiredService<Preparation>().RunAsync(show, cancellationToken);
        return app;
    }

    /// <summary>The server as configured, with nothing opened or read yet.</summary>
    /// <exception cref="ConfigurationFault">The configuration cannot be used.</exception>
    public static WebApplication Compose(string[] args, TimeProvider? system = null)
    {
        // Settings lie beside the program, wherever it is started from; the data directory is the caller's.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var clock = new SharingClock(system ?? TimeProvider.System);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        AddStores(builder, ConfigurationCheck.FaultsOf(builder.Configuration, builder.Environment));
        builder.Services
            .AddSignIn(builder.Configuration, builder.Environment)
            .AddAccess()
            .AddPersons()
            .AddServiceNeeds()
            .AddPlaces()
            .AddCases()
            .AddNotices()
            .AddStatusChanges()
            .AddRegister()
            .AddReadPlans()
            .AddGraph()
            .AddIde()
            .AddPreparation();

        var app = builder.Build();
        HaveModelBuilt(app.Services);
        LeaveSignInToOperations(app);
        app.MapSignIn();
        app.MapHealth();
        app.MapIde();
        app.MapGraph();
        app.RequireRightsForRootFields();
        return app;
    }

    /// <summary>
    /// The model of the register and the schema take the most of a start and know nothing of each other: each is built on a core. What
    /// is wrong with the model is thrown where it is first used.
    /// </summary>
    private static void HaveModelBuilt(IServiceProvider services) => _ = Task.Run(() =>
    {
        using var db = services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContext();
        return db.Model;
    });

    /// <summary>
    /// Operations sign callers in themselves and remember valid tokens (<see cref="SignIn"/>). The framework, told nothing, puts
    /// middleware in front that checks the signature at every request: two thirds of the cost of a small one.
    /// </summary>
    private static void LeaveSignInToOperations(IApplicationBuilder app)
    {
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
    }

    private static void AddStores(WebApplicationBuilder builder, IEnumerable<string> faultsSoFar)
    {
        List<string> faults = [.. faultsSoFar];
        var register = PersistenceSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), faults);
        var audit = register is null ? null : AuditStore.Read(builder.Configuration, register.Provider, faults);
        if (register is null || audit is null || faults.Count > 0)
        {
            throw new ConfigurationFault([.. faults]);
        }

        builder.Services.AddPersistence(register).AddAudit(audit);
    }
}
