using Domain.Cases;
using Domain.Matching;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Matching;
using Persistence.StatusChanges;

namespace Persistence.Cases;

/// <summary>Applies a notice once more that a fault of ours kept from being applied (domain.md 8.2), after the fault is mended.</summary>
internal sealed class FailedNotice(SharingDbContext db, RegisterTools tools)
{
    /// <summary>
    /// Matches the evidence as if it had just come: it stands, or the case goes on as the review that it would have been, or it was
    /// about nobody and nothing of it is kept.
    /// </summary>
    /// <returns>Whether the case is settled.</returns>
    public async Task<bool> ApplyAsync(Case matter, Evidence evidence, Decision decision, CancellationToken cancellationToken)
    {
        var notice = tools.Envelope.OpenEvidence(evidence.Payload);
        var probe = SubjectProbe.Of(notice.Subject, tools.Index);
        var search = await CandidateSearch.RunAsync(db, [probe], cancellationToken);
        var match = Matcher.Match(notice.Subject, search.Of(probe));
        if (match.Kind is null)
        {
            await ForgetAsync(matter, evidence, cancellationToken);
            return true;
        }

        evidence.Match = match.Kind;
        var superseded = await SupersededAsync(evidence.Client, notice, cancellationToken);
        evidence.CorrectsId = superseded?.Id;
        PersonId[] ids = [.. new[] { match.Certain, superseded?.PersonId }.OfType<PersonId>().Distinct()];
        var refolding = await Refolding.OpenAsync(
            db,
            tools,
            await db.Persons.Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken),
            notice.ToCommunity is { } community ? [community] : [],
            cancellationToken);
        var repeatsUndone = match.Certain is { } certain && refolding.FileOf(certain).RepeatsUndone(notice);
        var standing = Standing.Of(match, notice, repeatsUndone);
        evidence.PersonId = match.Certain;
        if (!standing.Stands)
        {
            Reopen(matter, match, standing);
            return false;
        }

        matter.PersonId = match.Certain;
        evidence.Stands();
        await new Supersession(refolding, tools).TakeInAsync(
            evidence, refolding.Facts.Of(evidence, notice), superseded, cancellationToken, decision);
        await refolding.FinishAsync(cancellationToken);
        return true;
    }

    private void Reopen(Case matter, Match match, Standing standing)
    {
        matter.Reasons = string.Join(',', standing.Reasons);
        matter.PersonId = match.Persons is [var only] ? only : null;
        if (match.Certain is null)
        {
            db.CaseCandidates.AddRange(match.Persons.Select(person => new CaseCandidate { CaseId = matter.Id, PersonId = person }));
        }
    }

    private async Task<Evidence?> SupersededAsync(string client, Notice notice, CancellationToken cancellationToken)
    {
        if (notice.Corrects is not { } corrects)
        {
            return null;
        }

        byte[][] digests = [.. tools.Index.AllOfMessageId(client, corrects)];
        return await db.Evidence.SingleOrDefaultAsync(
            earlier => earlier.Client == client && earlier.End == null &&
                earlier.MessageDigest != null && digests.Contains(earlier.MessageDigest),
            cancellationToken);
    }

    private async Task ForgetAsync(Case matter, Evidence evidence, CancellationToken cancellationToken)
    {
        db.CaseEvidence.RemoveRange(await db.CaseEvidence.Where(side => side.CaseId == matter.Id).ToListAsync(cancellationToken));
        db.Evidence.Remove(evidence);
    }
}
