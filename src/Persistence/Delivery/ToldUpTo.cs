using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Persistence.Register;

namespace Persistence.Delivery;

/// <summary>The instant up to which receivers have been told what the clock alone brings about: stored, so that nothing is told twice or never.</summary>
public static class ToldUpTo
{
    private const string Key = "delivery.toldUpTo";

    /// <summary>Null where nobody has looked yet.</summary>
    public static async Task<DateTimeOffset?> ReadAsync(SharingDbContext db, CancellationToken cancellationToken) =>
        InstantIn(await db.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == Key, cancellationToken));

    /// <summary>Moves it in the context, together with what is told.</summary>
    internal static async Task MoveAsync(SharingDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var value = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        if (await db.Settings.FindAsync([Key], cancellationToken) is { } setting)
        {
            setting.Value = value;
        }
        else
        {
            db.Settings.Add(new Setting { Key = Key, Value = value });
        }
    }

    private static DateTimeOffset? InstantIn(Setting? setting) => setting is null
        ? null
        : DateTimeOffset.ParseExact(setting.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
