using Domain.Matching;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Cases;
using Persistence.Delivery;
using Persistence.Encryption;
using Persistence.Matching;
using Persistence.Notices;

namespace Persistence.StatusChanges;

/// <summary>Applies notices to the register inside one transaction: match, evidence, fold, facts, feeds, cases.</summary>
internal sealed class NoticeBatch(
    SharingDbContext db,
    NoticeEnvelope envelope,
    BlindIndex index,
    FieldCipher cipher,
    DateTimeOffset now)
{
    private readonly CaseOpening _cases = new(db, now);
    private readonly HashSet<PersonId> _dead = [];

    private sealed record Matched(InboxNotice Inbox, Match Match, Standing Standing);

    /// <summary>Applies the notices in their order; what it adds to the context the caller saves.</summary>
    public async Task ApplyAsync(IReadOnlyList<InboxNotice> notices, CancellationToken cancellationToken)
    {
        var fresh = await WithoutKnownAsync(notices, cancellationToken);
        if (fresh.Count == 0)
        {
            return;
        }

        var search = await CandidateSearch.RunAsync(db, [.. fresh.Select(notice => notice.Probe)], cancellationToken);
        Matched[] matched = [.. fresh.Select(notice => MatchOf(notice, search)).Where(entry => entry.Match.Kind is not null)];
        Person[] persons =
        [
            .. matched.Where(entry => entry.Standing.Stands).Select(entry => entry.Match.Persons[0]).Distinct().Select(search.Find),
        ];
        var facts = await EvidenceFacts.LoadAsync(db, envelope, cancellationToken);
        var files = await PersonFile.OpenAsync(db, persons, facts, cipher, cancellationToken);
        var communities = await CommunitiesOfAsync(files.Values, matched, cancellationToken);
        var audience = await Audiences.LoadAsync(db, Shanghai.DayOf(now), cancellationToken);
        var publication = new Publication(db, audience, now);

        var position = await Positions.LastAsync(db, cancellationToken);
        foreach (var (inbox, match, standing) in matched)
        {
            var evidence = inbox.ToEvidence(++position, now, envelope, match, standing.Stands);
            db.Evidence.Add(evidence);
            if (standing.Stands)
            {
                var fact = facts.Of(evidence, inbox.Notice);
                await ApplyAsync(files[match.Persons[0]], fact, communities, publication, cancellationToken);
            }
            else
            {
                _cases.Review(evidence, match, standing.Reasons);
            }
        }

        await CloseNeedsAsync(cancellationToken);
    }

    /// <summary>Evidence de-duplicates for ever, also where the receipts are long gone (domain.md 8.2).</summary>
    private async Task<IReadOnlyList<InboxNotice>> WithoutKnownAsync(
        IReadOnlyList<InboxNotice> notices,
        CancellationToken cancellationToken)
    {
        byte[]?[] digests = [.. notices.SelectMany(notice => notice.MessageDigests)];
        string[] clients = [.. notices.Select(notice => notice.Entry.Client).Distinct(StringComparer.Ordinal)];
        var known = await db.Evidence
            .Where(evidence => clients.Contains(evidence.Client) && digests.Contains(evidence.MessageDigest))
            .Select(evidence => evidence.MessageDigest!).ToListAsync(cancellationToken);
        var seen = known.ToHashSet(DigestComparer.Instance);
        return [.. notices.Where(notice => !notice.MessageDigests.Any(seen.Contains) && seen.Add(notice.MessageDigests[0]))];
    }

    private static Matched MatchOf(InboxNotice inbox, CandidateSearch search)
    {
        var match = Matcher.Match(inbox.Notice.Subject, search.Of(inbox.Probe));
        return new(inbox, match, Standing.Of(match, inbox.Notice));
    }

    private async Task<KnownCommunities> CommunitiesOfAsync(
        IEnumerable<PersonFile> files,
        IEnumerable<Matched> matched,
        CancellationToken cancellationToken)
    {
        string[] codes =
        [
            .. files.SelectMany(file => file.Communities)
                .Concat(matched.Select(entry => entry.Inbox.Notice.ToCommunity).OfType<string>())
                .Distinct(StringComparer.Ordinal),
        ];
        return codes.Length == 0
            ? new([])
            : new(await db.Communities.AsNoTracking().Where(community => codes.Contains(community.Code)).ToListAsync(cancellationToken));
    }

    private async Task ApplyAsync(
        PersonFile file,
        EvidenceFact fact,
        KnownCommunities communities,
        Publication publication,
        CancellationToken cancellationToken)
    {
        var person = file.Person;
        var before = person.State;
        var settled = file.Fold(communities).Matters;
        file.Add(fact);
        var (after, matters) = file.Fold(communities);

        foreach (var draft in Facts.Between(before, after, fact))
        {
            await publication.AddAsync(person.Id, fact.Id, draft, before, after, cancellationToken);
        }

        foreach (var matter in matters.Except(settled))
        {
            _cases.Matter(matter, person.Id);
        }

        await FollowTransferAsync(person, before, after, fact, cancellationToken);
        if (after.ClosesServiceNeeds && !before.ClosesServiceNeeds)
        {
            _dead.Add(person.Id);
        }

        Become(person, before, after);
    }

    private async Task FollowTransferAsync(
        Person person,
        PersonState before,
        PersonState after,
        EvidenceFact cause,
        CancellationToken cancellationToken)
    {
        if (after.TransferUnitCode == before.TransferUnitCode)
        {
            return;
        }

        if (before.TransferUnitCode is not null)
        {
            await _cases.CloseTransferAsync(person.Id, cancellationToken);
        }

        if (after.TransferUnitCode is { } toUnit)
        {
            _cases.Transfer(person, toUnit, cause.Id);
        }
    }

    private void Become(Person person, PersonState before, PersonState after)
    {
        if (after == before)
        {
            return;
        }

        person.Become(after, Shanghai.DayOf(now));
        if (after.HukouCommunityCode != before.HukouCommunityCode)
        {
            person.WeakIndex = index.OfWeakKey(person.FoldedName, person.BirthDate, person.HukouCommunityCode);
        }
    }

    private async Task CloseNeedsAsync(CancellationToken cancellationToken)
    {
        if (_dead.Count == 0)
        {
            return;
        }

        PersonId[] dead = [.. _dead];
        var open = NeedsOfTheDead.Open;
        await db.ServiceNeeds
            .Where(need => dead.Contains(need.PersonId) && open.Contains(need.Status))
            .ExecuteUpdateAsync(
                need => need
                    .SetProperty(n => n.StatusBeforeClosing, n => n.Status)
                    .SetProperty(n => n.Status, NeedsOfTheDead.Closed)
                    .SetProperty(n => n.CloseReason, NeedsOfTheDead.Reason),
                cancellationToken);
    }
}
