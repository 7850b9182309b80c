using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Persons;

/// <summary>Who lives on in whom (ADR 0020): whoever kept the id of a person who was merged finds the one who is kept under it.</summary>
/// <remarks>Mergers are few and rare: they are held in memory, so that an id costs the same whoever it is of, or nobody's.</remarks>
public sealed class MergedPersons(IDbContextFactory<SharingDbContext> contexts)
{
    private FrozenDictionary<Guid, Guid>? _known;
    private int _changes;

    /// <summary>Keys of persons who were merged, and of those who are kept.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, Guid>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _known) is { } known)
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Persons.AsNoTracking().Where(person => person.MergedIntoId != null)
            .Select(person => new { person.Id, Kept = person.MergedIntoId!.Value })
            .ToListAsync(cancellationToken);
        var read = rows.ToFrozenDictionary(row => row.Id.Value, row => row.Kept.Value);
        if (changes == Volatile.Read(ref _changes))
        {
            Volatile.Write(ref _known, read);
        }

        return read;
    }

    /// <summary>Two persons were merged, or split: the next who asks reads again.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _known, null);
    }
}
