using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Encryption;
using Persistence.Persons;
using Persistence.Providers;
using Persistence.Register;
using Persistence.Writing;

namespace Persistence;

/// <summary>Registers what stores the register.</summary>
public static class PersistenceServices
{
    /// <summary>Adds contexts, ciphers and the write channel, each once for the whole program.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, PersistenceSettings settings)
    {
        var cipher = new FieldCipher(settings.Keys.Fields, settings.Keys.Suite);
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Provider)
            .AddSingleton(settings.Keys)
            .AddSingleton(cipher)
            .AddSingleton(new BlindIndex(settings.Keys.Index, settings.Keys.Suite))
            .AddSingleton<IDbContextFactory<SharingDbContext>>(
                new SharingDbContexts(settings.Provider, settings.ConnectionString, cipher))
            .AddSingleton(settings.Provider.Reads(settings.ConnectionString))
            .AddSingleton<WriteChannel>()
            .AddSingleton<MergedPersons>()
            .AddSingleton<RegisterWriter>()
            .AddSingleton<RegisterFounding>();
    }
}
