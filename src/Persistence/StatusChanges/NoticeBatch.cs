using Domain.Matching;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Matching;
using Persistence.Notices;
using Persistence.Writing;

namespace Persistence.StatusChanges;

/// <summary>Applies messages to the register inside one transaction: match, evidence, fold, facts, feeds, cases.</summary>
internal sealed class NoticeBatch(SharingDbContext db, RegisterTools tools)
{
    private EarlierEvidence _earlier = null!;
    private EarlyUndo _undone = null!;
    private Refolding _refolding = null!;
    private Positions _positions = null!;

    // Where a message of the batch may take back another one of it, evidence is tracked; else it is only ever added.
    private List<Evidence>? _onlyAdded;

    /// <summary>Applies the messages in their order; what it adds to the context the caller saves.</summary>
    public async Task ApplyAsync(IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        var fresh = await WithoutKnownAsync(messages, cancellationToken);
        if (fresh.Count == 0)
        {
            return;
        }

        var notices = fresh.OfType<InboxNotice>().ToList();
        var search = await CandidateSearch.RunAsync(db, [.. notices.Select(notice => notice.Probe)], cancellationToken);
        var matches = notices.ToDictionary(
            notice => notice.Entry.Id,
            notice => Matcher.Match(notice.Notice.Subject, search.Of(notice.Probe)));

        _earlier = await EarlierEvidence.LoadAsync(db, fresh, cancellationToken);
        _undone = await EarlyUndo.LoadAsync(db, fresh, cancellationToken);
        _positions = await Positions.OpenAsync(db, cancellationToken);
        _refolding = await Refolding.OpenAsync(
            db,
            tools,
            await PersonsAsync(matches.Values, cancellationToken),
            notices.Select(notice => notice.Notice.ToCommunity).OfType<string>(),
            cancellationToken);

        _onlyAdded = fresh.All(message => message.EarlierDigests.Count == 0) ? [] : null;
        foreach (var message in fresh)
        {
            await (message switch
            {
                InboxNotice notice => ApplyAsync(notice, matches[notice.Entry.Id], cancellationToken),
                _ => WithdrawAsync(message, cancellationToken),
            });
        }

        await db.InsertAsync(_onlyAdded ?? []);
        await _refolding.FinishAsync(cancellationToken);
    }

    /// <summary>Evidence de-duplicates for ever, also where the receipts are long gone (domain.md 8.2).</summary>
    private async Task<IReadOnlyList<InboxMessage>> WithoutKnownAsync(
        IReadOnlyList<InboxMessage> messages,
        CancellationToken cancellationToken)
    {
        var notices = messages.OfType<InboxNotice>().ToList();
        byte[][] digests = [.. notices.SelectMany(notice => notice.MessageDigests)];
        string[] clients = [.. notices.Select(notice => notice.Entry.Client).Distinct(StringComparer.Ordinal)];
        var known = await db.Evidence
            .Where(evidence => evidence.MessageDigest != null && digests.Contains(evidence.MessageDigest) && clients.Contains(evidence.Client))
            .Select(evidence => evidence.MessageDigest!).ToListAsync(cancellationToken);
        var seen = known.ToHashSet(DigestComparer.Instance);
        return
        [
            .. messages.Where(message => message is not InboxNotice notice ||
                (!notice.MessageDigests.Any(seen.Contains) && seen.Add(notice.MessageDigests[0]))),
        ];
    }

    /// <summary>Everybody whom the batch may change, tracked.</summary>
    private async Task<IReadOnlyCollection<Person>> PersonsAsync(IEnumerable<Match> matches, CancellationToken cancellationToken)
    {
        var ids = matches.Select(match => match.Certain).Concat(_earlier.All.Select(evidence => evidence.PersonId))
            .OfType<PersonId>().ToHashSet();
        var tracked = db.Persons.Local.Where(person => ids.Contains(person.Id)).ToList();
        PersonId[] missing = [.. ids.Except(tracked.Select(person => person.Id))];
        return missing.Length == 0
            ? tracked
            : [.. tracked, .. await db.Persons.Where(person => missing.Contains(person.Id)).ToListAsync(cancellationToken)];
    }

    private async Task ApplyAsync(InboxNotice inbox, Match match, CancellationToken cancellationToken)
    {
        if (match.Kind is null)
        {
            // An index hit that was no match: of the subject nothing is kept. What the message supersedes is wrong all the same.
            await WithdrawAsync(inbox, cancellationToken);
            return;
        }

        var undone = await _undone.OfAsync(inbox, cancellationToken);
        if (undone is { End: { } end })
        {
            await TakeUndoneAsync(inbox, match, end, undone.Correction, cancellationToken);
            return;
        }

        var superseded = _earlier.Of(inbox) is { End: null } earlier ? earlier : null;
        var repeatsUndone = match.Certain is { } certain && _refolding.FileOf(certain).RepeatsUndone(inbox.Notice);
        var standing = Standing.Of(match, inbox.Notice, repeatsUndone);
        var evidence = inbox.ToEvidence(_positions.Next(), tools.Now, tools.Envelope, match, standing.Stands, superseded?.Id);
        if (_onlyAdded is { } added)
        {
            added.Add(evidence);
        }
        else
        {
            db.Evidence.Add(evidence);
            _earlier.Add(evidence);
        }

        undone?.Correction?.CorrectsId = evidence.Id;
        if (!standing.Stands)
        {
            _refolding.Cases.Review(evidence, match, standing.Reasons);
            Tell(evidence, HistoryKind.Reported);
            return;
        }

        await new Supersession(_refolding, tools).TakeInAsync(
            evidence, _refolding.Facts.Of(evidence, inbox.Notice), superseded, cancellationToken);
    }

    /// <summary>What was withdrawn or corrected before it arrived is kept, and never stands; what it supersedes itself is wrong all the same.</summary>
    private async Task TakeUndoneAsync(
        InboxNotice inbox,
        Match match,
        EvidenceEnd end,
        Evidence? correction,
        CancellationToken cancellationToken)
    {
        await WithdrawAsync(inbox, cancellationToken);
        var evidence = inbox.ToEvidence(_positions.Next(), tools.Now, tools.Envelope, match, stands: false);
        evidence.Ends(end, tools.Now);
        db.Evidence.Add(evidence);
        _earlier.Add(evidence);
        Tell(evidence, HistoryKind.Reported);
        correction?.CorrectsId = evidence.Id;
    }

    /// <summary>What is surely about a person belongs to their history, also while it waits and changes nothing.</summary>
    private void Tell(Evidence evidence, HistoryKind kind)
    {
        if (evidence.PersonId is { } person)
        {
            _refolding.History.Add(new(person, kind, _refolding.Facts.OfficeOf(evidence.Client))
            {
                OccurredOn = evidence.OccurredOn,
                Evidence = evidence.Id,
                Reverses = kind == HistoryKind.Withdrawn ? [evidence.Id] : [],
            });
        }
    }

    /// <summary>The source takes its word back: what stands without it is what counts (domain.md 8.5).</summary>
    private async Task WithdrawAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        if (_earlier.Of(message) is not { } evidence || evidence.End is EvidenceEnd.Withdrawn or EvidenceEnd.Rejected)
        {
            return;
        }

        var (stood, wasSuperseded) = (evidence.IsStanding, evidence.End == EvidenceEnd.Superseded);
        evidence.Ends(EvidenceEnd.Withdrawn, tools.Now);
        if (message is InboxWithdrawal { Content.Reason: { } reason })
        {
            evidence.EndReason = tools.Cipher.Encrypt(reason);
        }

        await _refolding.Cases.CloseWaitingAsync(evidence, cancellationToken);
        if (!stood)
        {
            Tell(evidence, HistoryKind.Withdrawn);
            return;
        }

        var revived = await _earlier.RevivedByAsync(evidence, wasSuperseded, cancellationToken);
        revived?.Stands();
        var again = revived is null ? null : _refolding.Facts.Of(revived);
        var isSamePerson = revived?.PersonId == evidence.PersonId;
        await _refolding.TakeOutAsync(evidence.PersonId!.Value, evidence, isSamePerson ? again : null, cancellationToken);
        if (again is not null && !isSamePerson)
        {
            await _refolding.TakeInAsync(revived!.PersonId!.Value, again, null, cancellationToken);
        }
    }
}
