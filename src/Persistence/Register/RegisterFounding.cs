using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;

namespace Persistence.Register;

/// <summary>Brings the schema up to date and, where nobody is registered, founds a register: a synthetic or an existing one.</summary>
/// <remarks>
/// All or nothing. The store says that its founding began before the first row and that it ended after the last; one that
/// began and never ended was interrupted, has served nobody, and is thrown away and begun anew.
/// </remarks>
public sealed class RegisterFounding(
    IDbContextFactory<SharingDbContext> contexts,
    RegisterWriter writer,
    BlindIndex index,
    FieldCipher cipher)
{
    private const string Key = "register.founding";
    private const string Began = "BEGAN";
    private const string Ended = "ENDED";

    /// <summary>Founds the register unless there is one.</summary>
    /// <param name="plan">What to found; unused where there is a register.</param>
    /// <param name="allowsSyntheticArea"><c>Register:AllowSyntheticArea</c>, which only Development may set.</param>
    /// <param name="progress">Hears how far it is; silent where nothing is to be done.</param>
    /// <param name="cancellationToken">Interrupts it, with the same effect as a crash.</param>
    /// <returns>What was found or founded, or why an empty register must stay empty.</returns>
    public async Task<Outcome<FoundRegister>> RunAsync(
        RegisterPlan plan,
        bool allowsSyntheticArea,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Provider.MigrateAsync(db, cancellationToken);
        var standing = await StandingAsync(db, cancellationToken);
        if (standing == Standing.Founded)
        {
            await db.Provider.GatherStatisticsAsync(db, cancellationToken);
            return new FoundRegister(false, await RegisterInvariants.FirstPersonAsync(db, cancellationToken));
        }

        if (!allowsSyntheticArea)
        {
            return new Refusal(
                "REGISTER_EMPTY",
                "The register is empty. Import one, or set Register:AllowSyntheticArea to make a synthetic one in Development.");
        }

        var register = SyntheticRegister.Make(plan, index, cipher);
        return await FoundAsync(db, standing, register.Content, progress, cancellationToken);
    }

    /// <summary>Founds the register with the persons of an existing one; or refuses where there is a register.</summary>
    /// <param name="content">Read only where it is written.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Interrupts it, with the same effect as a crash.</param>
    public async Task<Outcome<FoundRegister>> ImportAsync(
        RegisterContent content,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Provider.MigrateAsync(db, cancellationToken);
        var standing = await StandingAsync(db, cancellationToken);
        return standing == Standing.Founded
            ? new Refusal("REGISTER_NOT_EMPTY", "There is a register here already: an import founds one, it does not add to one. Nothing was changed.")
            : await FoundAsync(db, standing, content, progress, cancellationToken);
    }

    private async Task<FoundRegister> FoundAsync(
        SharingDbContext db,
        Standing standing,
        RegisterContent content,
        IProgress<RegisterProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (standing == Standing.Interrupted)
        {
            await db.Database.EnsureDeletedAsync(cancellationToken);
            await db.Provider.MigrateAsync(db, cancellationToken);
        }

        db.Settings.Add(new Setting { Key = Key, Value = Began });
        await db.SaveChangesAsync(cancellationToken);
        var first = await writer.WriteAsync(content, progress, cancellationToken);
        (await db.Settings.SingleAsync(setting => setting.Key == Key, cancellationToken)).Value = Ended;
        await db.SaveChangesAsync(cancellationToken);
        await db.Provider.GatherStatisticsAsync(db, cancellationToken);
        return new FoundRegister(true, first);
    }

    private static async Task<Standing> StandingAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == Key, cancellationToken);
        return setting?.Value switch
        {
            Ended => Standing.Founded,
            Began => Standing.Interrupted,
            // A register of before the first founding that said so.
            _ => await db.Persons.AnyAsync(cancellationToken) ? Standing.Founded : Standing.Empty,
        };
    }

    private enum Standing
    {
        Empty,
        Interrupted,
        Founded,
    }
}

/// <summary>The register that a start found or founded.</summary>
/// <param name="IsNew">Whether this start founded it.</param>
/// <param name="FirstPersonId">The person of the smallest position, whom the client <c>holder</c> is; null in an empty register.</param>
public sealed record FoundRegister(bool IsNew, PersonId? FirstPersonId);
