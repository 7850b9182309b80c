using Domain.Cases;
using Domain.Notices;
using Domain.StatusChanges;

namespace Persistence.StatusChanges;

/// <summary>Lets evidence stand, and what it supersedes stand no more.</summary>
internal sealed class Supersession(Refolding refolding, RegisterTools tools)
{
    /// <summary>On one person both happen in one step, so that a corrected date is told as a correction and nothing else.</summary>
    public async Task TakeInAsync(
        Evidence evidence,
        EvidenceFact fact,
        Evidence? superseded,
        CancellationToken cancellationToken,
        Decision? decision = null)
    {
        var person = evidence.PersonId!.Value;
        if (superseded is null)
        {
            await refolding.TakeInAsync(person, fact, null, cancellationToken, decision);
            return;
        }

        var stood = superseded.IsStanding;
        superseded.Ends(EvidenceEnd.Superseded, tools.Now);
        await refolding.Cases.CloseWaitingAsync(superseded, cancellationToken);
        var isSamePerson = superseded.PersonId == person;
        if (stood && !isSamePerson)
        {
            await refolding.TakeOutAsync(superseded.PersonId!.Value, superseded, null, cancellationToken);
        }

        await refolding.TakeInAsync(person, fact, stood && isSamePerson ? superseded : null, cancellationToken, decision);
    }
}
