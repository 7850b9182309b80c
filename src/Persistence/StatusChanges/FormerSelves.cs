using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>Keeps the numbers and names that a person bore before findable, as the fold says them.</summary>
internal sealed class FormerSelves(SharingDbContext db, RegisterTools tools)
{
    public async Task FollowAsync(
        Person person,
        IReadOnlyList<FormerSelf> before,
        IReadOnlyList<FormerSelf> after,
        CancellationToken cancellationToken)
    {
        FormerSelf[] gone = [.. before.Except(after)];
        if (gone.Length > 0)
        {
            await db.FormerIdentities.Where(identity => identity.PersonId == person.Id).LoadAsync(cancellationToken);
            db.FormerIdentities.RemoveRange(db.FormerIdentities.Local.Where(identity =>
                identity.PersonId == person.Id && Array.Exists(gone, former => IsOf(identity, former))));
        }

        db.FormerIdentities.AddRange(after.Except(before).Select(former => new FormerIdentity
        {
            Id = Guid.CreateVersion7(tools.Now),
            PersonId = person.Id,
            IdNumber = former.Identity.IdNumber,
            IdNumberIndex = tools.Index.OfIdNumber(former.Identity.IdNumber),
            FoldedName = PersonName.Fold(former.Identity.Name),
            ValidUntil = former.ValidUntil,
        }));
    }

    private static bool IsOf(FormerIdentity identity, FormerSelf former) =>
        identity.IdNumber == former.Identity.IdNumber && identity.ValidUntil == former.ValidUntil &&
        identity.FoldedName == PersonName.Fold(former.Identity.Name);
}
