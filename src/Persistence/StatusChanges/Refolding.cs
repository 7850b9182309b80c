using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Cases;
using Persistence.Delivery;

namespace Persistence.StatusChanges;

/// <summary>
/// Folds persons anew inside one transaction, for whatever reason, and publishes the difference: state, changes, cases, needs.
/// </summary>
/// <remarks>Evidence that comes, evidence that goes, a decision and the passing of time all take this one way.</remarks>
internal sealed class Refolding
{
    private readonly SharingDbContext _db;
    private readonly RegisterTools _tools;
    private readonly Dictionary<PersonId, PersonFile> _files;
    private readonly KnownCommunities _communities;
    private readonly Publication _publication;
    private readonly NeedsFollowing _needs = new();

    private Refolding(
        SharingDbContext db,
        RegisterTools tools,
        Dictionary<PersonId, PersonFile> files,
        EvidenceFacts facts,
        KnownCommunities communities,
        Publication publication,
        CaseOpening cases)
    {
        (_db, _tools, _files, Facts, _communities, _publication, Cases) = (db, tools, files, facts, communities, publication, cases);
        History = new(db, tools);
    }

    public CaseOpening Cases { get; }

    public HistoryWriting History { get; }

    public EvidenceFacts Facts { get; }

    private DateOnly Today => Shanghai.DayOf(_tools.Now);

    /// <summary>Opens the files of these persons.</summary>
    /// <param name="db">The context of the transaction; the persons are tracked by it.</param>
    /// <param name="tools">Keys and clock.</param>
    /// <param name="persons">Whoever may change.</param>
    /// <param name="communities">Codes of communities that new evidence names.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Refolding> OpenAsync(
        SharingDbContext db,
        RegisterTools tools,
        IReadOnlyCollection<Person> persons,
        IEnumerable<string> communities,
        CancellationToken cancellationToken)
    {
        var facts = await EvidenceFacts.LoadAsync(db, tools.Envelope, cancellationToken);
        var files = await PersonFile.OpenAsync(db, persons, facts, tools.Cipher, cancellationToken);
        string[] codes =
        [
            .. files.Values.SelectMany(file => file.Communities).Concat(communities).Distinct(StringComparer.Ordinal),
        ];
        var known = codes.Length == 0
            ? []
            : await db.Communities.AsNoTracking().Where(community => codes.Contains(community.Code)).ToListAsync(cancellationToken);
        var audience = await Audiences.LoadAsync(db, tools.Now, cancellationToken);
        var cases = await CaseOpening.OpenAsync(db, tools, cancellationToken);
        return new(db, tools, files, facts, new(known), new(db, audience, cases, tools.Now), cases);
    }

    public PersonFile FileOf(PersonId person) => _files[person];

    /// <summary>Evidence has come to stand: takes it in, and what it supersedes out, in one step.</summary>
    /// <remarks>Where it waited for a human, the decision is the step that the history tells of.</remarks>
    public Task TakeInAsync(
        PersonId person,
        EvidenceFact fact,
        Evidence? superseded,
        CancellationToken cancellationToken,
        Decision? decision = null) =>
        RunAsync(
            _files[person],
            new(Today, fact),
            StepOf(person, fact, decision, superseded is null ? HistoryKind.Reported : HistoryKind.Corrected) with
            {
                Reverses = superseded is null ? [] : [superseded.Id],
            },
            file =>
            {
                if (superseded is not null)
                {
                    file.Remove(superseded);
                }

                file.Add(fact);
            },
            null,
            cancellationToken);

    /// <summary>Evidence stands no more: takes it out, and what it had superseded in again, in one step.</summary>
    public Task TakeOutAsync(
        PersonId person,
        Evidence ended,
        EvidenceFact? revived,
        CancellationToken cancellationToken,
        Decision? decision = null) =>
        RunAsync(
            _files[person],
            new(Today, Facts.Of(ended)) { IsUndoing = true },
            StepOf(person, Facts.Of(ended), decision, ended.End == EvidenceEnd.Superseded ? HistoryKind.Corrected : HistoryKind.Withdrawn) with
            {
                Reverses = [ended.Id],
                Revives = revived?.Id,
            },
            file =>
            {
                file.Remove(ended);
                if (revived is not null)
                {
                    file.Add(revived);
                }
            },
            null,
            cancellationToken);

    /// <summary>A human has decided.</summary>
    /// <param name="person">About whom.</param>
    /// <param name="decision">What.</param>
    /// <param name="evidence">The evidence of the case.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task DecideAsync(PersonId person, Decision decision, EvidenceId? evidence, CancellationToken cancellationToken) => RunAsync(
        _files[person],
        new(Today, Decision: PersonFile.FactOf(decision)),
        new(person, HistoryKind.Decided, decision.Offices)
        {
            Evidence = evidence,
            Decision = decision.Id,
            Reverses = [.. _files[person].TakenBackBy(decision)],
        },
        file => file.Add(decision),
        decision.Id,
        cancellationToken);

    /// <summary>Lets the person's clocks run to today, and says what was published of them.</summary>
    public Task<Folded> SettleAsync(PersonId person, CancellationToken cancellationToken) => SettledAsync(_files[person], cancellationToken);

    /// <summary>What a file gives today.</summary>
    public Folded FoldOf(PersonFile file) => file.Fold(_communities, Today);

    /// <summary>Reads the files again, after rows have moved between the persons.</summary>
    public async Task ReopenAsync(CancellationToken cancellationToken)
    {
        Person[] persons = [.. _files.Values.Select(file => file.Person)];
        foreach (var (id, file) in await PersonFile.OpenAsync(_db, persons, Facts, _tools.Cipher, cancellationToken))
        {
            _files[id] = file;
        }
    }

    /// <summary>A decision moved evidence to or from the person: folds what the file holds now, from what was published before.</summary>
    /// <param name="person">About whom.</param>
    /// <param name="before">What was published.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="isTold">Whether receivers are told the difference.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task BecomeAsync(PersonId person, Folded before, Decision decision, bool isTold, CancellationToken cancellationToken)
    {
        var file = _files[person];
        var after = file.Fold(_communities, Today);
        var cause = new Cause(Today, Decision: decision.OtherPersonId == person ? PersonFile.FactOf(decision) : null);
        History.Add(new(person, HistoryKind.Decided, decision.Offices)
        {
            Decision = decision.Id,
            Changes = HistoryChange.Between(before.State, after.State),
        });
        await PublishAsync(file.Person, before, after, cause, decision.Id, cancellationToken, isTold);
        _needs.Follow(person, after.State);
    }

    /// <summary>The transfer that a person waits for by now.</summary>
    public OpenTransfer? TransferOf(PersonId person) => _files[person].Fold(_communities, Today).Transfer;

    /// <summary>A day has passed.</summary>
    public async Task RunClockAsync(PersonId person, CancellationToken cancellationToken)
    {
        var file = _files[person];
        await SettledAsync(file, cancellationToken);
        file.Person.FoldedTo = Today;
    }

    /// <summary>Writes all of it: persons and cases, the needs of whoever died or lives again, changes and feeds. Once, at the end.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _needs.RunAsync(_db, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await _publication.WriteAsync();
        await History.WriteAsync(cancellationToken);
    }

    private async Task RunAsync(
        PersonFile file,
        Cause cause,
        HistoryStep step,
        Action<PersonFile> change,
        DecisionId? decision,
        CancellationToken cancellationToken)
    {
        var before = await SettledAsync(file, cancellationToken);
        change(file);
        var after = file.Fold(_communities, Today);
        History.Add(step with { Changes = HistoryChange.Between(before.State, after.State) });
        await PublishAsync(file.Person, before, after, cause, decision, cancellationToken);
    }

    private static HistoryStep StepOf(PersonId person, EvidenceFact fact, Decision? decision, HistoryKind kind) => new(
        person, decision is null ? kind : HistoryKind.Decided, decision is null ? fact.Office : decision.Offices)
    {
        OccurredOn = fact.Notice.OccurredOn,
        Evidence = fact.Id,
        Decision = decision?.Id,
    };

    /// <summary>Lets the clocks run to today first, so that what time did is told before what the new matter did.</summary>
    private async Task<Folded> SettledAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var person = file.Person;
        var published = file.Fold(_communities, person.FoldedTo);
        if (person.FoldedTo >= Today)
        {
            return published;
        }

        var (from, settled) = (person.FoldedTo, file.Fold(_communities, Today));
        var changes = HistoryChange.Between(published.State, settled.State);
        if (changes.Count > 0)
        {
            History.Add(new(person.Id, HistoryKind.TimePassed, null) { Evidence = settled.Waiting?.Cause, Changes = changes });
        }

        await PublishAsync(person, published, settled, new(Today), null, cancellationToken);
        foreach (var draft in Domain.StatusChanges.Facts.OfExpiry(settled.State, person.CertificateValidUntil, from, Today))
        {
            await _publication.AddAsync(file, new(Today), null, draft, settled.State, settled.State, cancellationToken);
        }

        person.FoldedTo = Today;
        return settled;
    }

    private async Task PublishAsync(
        Person person,
        Folded before,
        Folded after,
        Cause cause,
        DecisionId? decision,
        CancellationToken cancellationToken,
        bool isTold = true)
    {
        foreach (var draft in isTold ? Domain.StatusChanges.Facts.Between(before, after, cause) : [])
        {
            await _publication.AddAsync(_files[person.Id], cause, decision, draft, before.State, after.State, cancellationToken);
        }

        await Cases.FollowAsync(person, before, after, cancellationToken);
        _needs.Note(person.Id, before.State, after.State);
        if (!after.Former.SequenceEqual(before.Former))
        {
            await new FormerSelves(_db, _tools).FollowAsync(person, before.Former, after.Former, cancellationToken);
        }

        if (after.State == person.State)
        {
            return;
        }

        if (after.State.Identity != before.State.Identity || after.State.Residence != before.State.Residence)
        {
            person.Recorded ??= RecordedPayload.Seal(_files[person.Id].Founding, _tools.Cipher);
        }

        person.Become(after.State, Today);
        if (after.State.Identity != before.State.Identity)
        {
            person.IdNumberIndex = _tools.Index.OfIdNumber(person.IdNumber);
            await Cases.SharedNumberAsync(person, cause.Evidence, cancellationToken);
        }

        if (after.State.HukouCommunityCode != before.State.HukouCommunityCode || after.State.Identity != before.State.Identity)
        {
            person.WeakIndex = _tools.Index.OfWeakKey(person.FoldedName, person.BirthDate, person.HukouCommunityCode);
        }
    }
}
