using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Persistence.Register;

namespace Persistence.Access;

/// <summary>Counts the changes of rights, in the transaction of each: a node that sees a new number loads the rights anew.</summary>
public static class RightsVersion
{
    private const string Key = "rights.version";

    public static async Task<long> ReadAsync(SharingDbContext db, CancellationToken cancellationToken) =>
        NumberIn(await db.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == Key, cancellationToken));

    public static async Task CountUpAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.FindAsync([Key], cancellationToken);
        var next = (NumberIn(setting) + 1).ToString(CultureInfo.InvariantCulture);
        if (setting is null)
        {
            db.Settings.Add(new Setting { Key = Key, Value = next });
        }
        else
        {
            setting.Value = next;
        }
    }

    private static long NumberIn(Setting? setting) =>
        setting is null ? 0 : long.Parse(setting.Value, CultureInfo.InvariantCulture);
}
