using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Persistence;
using Persistence.Access;
using Persistence.Audit;
using Persistence.Register;
using SharingApi.Access;

namespace SharingApi.Hosting;

/// <summary>Shows somebody who waits how far the making of a register is.</summary>
internal delegate Task ShowProgress(Func<IProgress<RegisterProgress>, Task> work);

/// <summary>What has to be true before the first request: clock set, stores migrated, register founded, rights loaded.</summary>
internal sealed class Preparation(
    SharingClock clock,
    IOptions<ClockOptions> clockOptions,
    IOptions<RegisterOptions> registerOptions,
    IHostEnvironment environment,
    RegisterFounding founding,
    AuditStore audit,
    Disclosures disclosures,
    IDbContextFactory<SharingDbContext> contexts)
{
    /// <exception cref="ConfigurationFault">The server must not start like this.</exception>
    public async Task RunAsync(ShowProgress show, CancellationToken cancellationToken)
    {
        var register = registerOptions.Value;
        await audit.EnsureAsync(cancellationToken);
        SetClock(lastStored: null);
        var found = await FoundAsync(register, show, cancellationToken);
        SetClock(await StoredInstants.LastAsync(contexts, audit, cancellationToken));

        if (found.FirstPersonId is { } firstPerson && environment.IsDevelopment())
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await FoundingGrants.EnsureAsync(db, firstPerson, Shanghai.DayOf(clock.GetUtcNow()), cancellationToken);
        }

        await disclosures.ReloadAsync(cancellationToken);
    }

    private void SetClock(DateTimeOffset? lastStored)
    {
        if (clockOptions.Value.Set(clock, lastStored, environment.IsDevelopment()) is { } fault)
        {
            throw new ConfigurationFault(fault);
        }
    }

    private async Task<FoundRegister> FoundAsync(RegisterOptions register, ShowProgress show, CancellationToken cancellationToken)
    {
        var plan = new RegisterPlan(register.Persons, register.Seed, Shanghai.DayOf(clock.GetUtcNow()));
        Outcome<FoundRegister> outcome = default;
        await show(async progress =>
            outcome = await founding.RunAsync(plan, register.AllowSyntheticArea, progress, cancellationToken));
        return outcome.Succeeded(out var found, out var refusal) ? found : throw new ConfigurationFault(refusal.Reason);
    }
}

/// <summary>Registers what <see cref="Preparation"/> needs.</summary>
internal static class PreparationFeature
{
    public static IServiceCollection AddPreparation(this IServiceCollection services)
    {
        services.AddOptions<ClockOptions>().BindConfiguration(ClockOptions.Section);
        services.AddOptions<RegisterOptions>().BindConfiguration(RegisterOptions.Section);
        services.AddHealthChecks().AddCheck<StoreHealth>("register");
        services.AddSingleton<Preparation>();
        services.AddSingleton<StandingRegister>();
        return services;
    }
}
