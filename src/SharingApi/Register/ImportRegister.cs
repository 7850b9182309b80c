using Domain.Register;
using Domain.Shared;
using Persistence.Register;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Register;

/// <summary>Founds the register with an existing one: first reads all of it and reports, then writes those who are sound.</summary>
/// <remarks>All or nothing, as <see cref="RegisterFounding"/> is: one that was interrupted is begun anew by the next.</remarks>
internal sealed class ImportRegister(RegisterFounding founding, ImportedPersons persons, NumberRules numbers)
{
    /// <summary>Reads every line and writes nothing.</summary>
    /// <param name="file">Seekable.</param>
    /// <param name="tell">Hears of every line about which there is something to say, in the order of the file.</param>
    public Outcome<HolderList> Check(Stream file, Action<HolderLine> tell)
    {
        if (!HolderFile.Open(file, numbers.Now).Succeeded(out var opened, out var refusal))
        {
            return refusal;
        }

        var list = new HolderList();
        foreach (var line in opened.Lines(list))
        {
            if (line.Findings.Count > 0)
            {
                tell(line);
            }
        }

        return list;
    }

    /// <summary>Writes the holders of a file that was checked just now.</summary>
    /// <param name="file">The same file.</param>
    /// <param name="list">What the check found.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Interrupts it, with the same effect as a crash.</param>
    public async Task<Outcome<FoundRegister>> RunAsync(
        Stream file,
        HolderList list,
        IProgress<RegisterProgress> progress,
        CancellationToken cancellationToken)
    {
        var rules = numbers.Now;
        if (!HolderFile.Open(file, rules).Succeeded(out var opened, out var refusal))
        {
            return refusal;
        }

        var holders = opened.Lines(new HolderList()).Select(line => line.Holder).OfType<Holder>();
        var content = new RegisterContent(list.Count, list.Communities, persons.Make(holders, list.Count, rules.Today));
        return await founding.ImportAsync(content, progress, cancellationToken);
    }
}

/// <summary>Registers what imports a register.</summary>
internal static class RegisterFeature
{
    public static IServiceCollection AddRegister(this IServiceCollection services)
    {
        services.AddSingleton<ImportedPersons>();
        services.AddSingleton<ImportRegister>();
        return services;
    }
}
