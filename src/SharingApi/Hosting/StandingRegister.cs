using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Persistence;
using Persistence.Audit;

namespace SharingApi.Hosting;

/// <summary>A register that is there already, for a command that works beside a running server or without one.</summary>
internal sealed class StandingRegister(
    SharingClock clock,
    IOptions<ClockOptions> clockOptions,
    IDbContextFactory<SharingDbContext> contexts,
    AuditStore audit)
{
    /// <summary>Sets the clock by what is stored. Changes nothing in the register.</summary>
    /// <exception cref="ConfigurationFault">There is no register, it is another version's, or the clock is wrong.</exception>
    public async Task OpenAsync(bool isDevelopment, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var isCurrent = !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
            if (!isCurrent || !await db.Persons.AnyAsync(cancellationToken))
            {
                throw new ConfigurationFault(
                    "There is no register here, or it is one of an earlier version. Import one, or start the server once.");
            }
        }

        await audit.EnsureAsync(cancellationToken);
        var lastStored = await StoredInstants.LastAsync(contexts, audit, cancellationToken);
        if (clockOptions.Value.Set(clock, lastStored, isDevelopment) is { } fault)
        {
            throw new ConfigurationFault(fault);
        }
    }
}
