using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.StatusChanges;

/// <summary>Closes the open service needs of whoever died, and reopens those of whoever turns out to live.</summary>
internal sealed class NeedsFollowing
{
    private readonly Dictionary<PersonId, (bool WereClosed, bool AreClosed)> _persons = [];

    /// <summary>Notes a step of a person; of several steps the first and the last count.</summary>
    public void Note(PersonId person, PersonState before, PersonState after)
    {
        if (before.ClosesServiceNeeds != after.ClosesServiceNeeds)
        {
            var wereClosed = _persons.TryGetValue(person, out var noted) ? noted.WereClosed : before.ClosesServiceNeeds;
            _persons[person] = (wereClosed, after.ClosesServiceNeeds);
        }
    }

    /// <summary>Needs have moved to or from the person: they are closed where the person counts as dead, and open where not.</summary>
    public void Follow(PersonId person, PersonState state) => _persons[person] = (!state.ClosesServiceNeeds, state.ClosesServiceNeeds);

    public async Task RunAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        PersonId[] died = [.. _persons.Where(noted => noted.Value is { WereClosed: false, AreClosed: true }).Select(noted => noted.Key)];
        PersonId[] live = [.. _persons.Where(noted => noted.Value is { WereClosed: true, AreClosed: false }).Select(noted => noted.Key)];
        if (died.Length > 0)
        {
            var open = NeedsOfTheDead.Open;
            await db.ServiceNeeds
                .Where(need => died.Contains(need.PersonId) && open.Contains(need.Status))
                .ExecuteUpdateAsync(
                    need => need
                        .SetProperty(n => n.StatusBeforeClosing, n => n.Status)
                        .SetProperty(n => n.Status, NeedsOfTheDead.Closed)
                        .SetProperty(n => n.CloseReason, NeedsOfTheDead.Reason),
                    cancellationToken);
        }

        if (live.Length > 0)
        {
            await db.ServiceNeeds
                .Where(need => live.Contains(need.PersonId) && need.CloseReason == NeedsOfTheDead.Reason &&
                    need.StatusBeforeClosing != null)
                .ExecuteUpdateAsync(
                    need => need
                        .SetProperty(n => n.Status, n => n.StatusBeforeClosing!.Value)
                        .SetProperty(n => n.StatusBeforeClosing, (Domain.ServiceNeeds.ServiceNeedStatus?)null)
                        .SetProperty(n => n.CloseReason, (Domain.ServiceNeeds.ServiceNeedCloseReason?)null),
                    cancellationToken);
        }
    }
}
