using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;

namespace Persistence.StatusChanges;

/// <summary>A person with everything that the fold needs: the founding, the evidence that stands, the decisions.</summary>
internal sealed class PersonFile
{
    private readonly PersonState _founding;
    private readonly List<EvidenceFact> _standing = [];
    private readonly List<DecisionFact> _decisions;
    private readonly HashSet<(EvidenceType Type, PartialDate? OccurredOn)> _undone = [];

    private PersonFile(Person person, PersonState founding, IEnumerable<Decision> decisions)
    {
        Person = person;
        _founding = founding;
        _decisions = [.. decisions.Select(FactOf)];
    }

    public Person Person { get; }

    /// <summary>Persons who were merged into this one, with what they were registered as.</summary>
    public IReadOnlyDictionary<PersonId, FormerSelf> Absorbed { get; private set; } = new Dictionary<PersonId, FormerSelf>();

    /// <summary>The state in which the person entered the register.</summary>
    public PersonState Founding => _founding;

    /// <summary>Codes of the communities that the evidence names.</summary>
    public IEnumerable<string> Communities => _standing.Select(fact => fact.Notice.ToCommunity).OfType<string>();

    public IEnumerable<EvidenceId> Standing => _standing.Select(fact => fact.Id);

    private Dossier Dossier => new(_founding, _standing, _decisions, Person.CertificateValidUntil) { Absorbed = [.. Absorbed.Values] };

    /// <summary>Opens the files of the persons with three statements.</summary>
    public static async Task<Dictionary<PersonId, PersonFile>> OpenAsync(
        SharingDbContext db,
        IReadOnlyCollection<Person> persons,
        EvidenceFacts facts,
        FieldCipher cipher,
        CancellationToken cancellationToken)
    {
        PersonId[] ids = [.. persons.Select(person => person.Id)];
        var evidence = await db.Evidence.AsNoTracking()
            .Where(piece => ids.Contains(piece.PersonId!.Value) && (piece.IsStanding || piece.End != null))
            .ToListAsync(cancellationToken);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => ids.Contains(decision.PersonId!.Value) && decision.Effect != null && decision.Position != null)
            .ToListAsync(cancellationToken);
        var evidenceOf = evidence.ToLookup(piece => piece.PersonId!.Value);
        var decisionsOf = decisions.ToLookup(decision => decision.PersonId!.Value);
        var absorbed = await Mergers.AbsorbedAsync(db, ids, cancellationToken);
        return persons.ToDictionary(
            person => person.Id,
            person =>
            {
                var file = Of(person, evidenceOf[person.Id], decisionsOf[person.Id], facts, cipher);
                file.Absorbed = absorbed.GetValueOrDefault(person.Id, file.Absorbed);
                return file;
            });
    }

    /// <summary>The file of one person.</summary>
    /// <param name="person">Whose file it is.</param>
    /// <param name="evidence">What stands about the person, the founding among it, and what has ended.</param>
    /// <param name="decisions">Decisions with an effect.</param>
    /// <param name="facts">Reads the evidence.</param>
    /// <param name="cipher">Opens the founding.</param>
    public static PersonFile Of(
        Person person,
        IEnumerable<Evidence> evidence,
        IEnumerable<Decision> decisions,
        EvidenceFacts facts,
        FieldCipher cipher)
    {
        Evidence[] pieces = [.. evidence];
        var founding = Array.Find(pieces, piece => piece.Type == EvidenceType.Founding)
            ?? throw new InvalidOperationException("A person has no founding evidence.");
        var (identity, residence) = RecordedPayload.Of(person, cipher);
        var state = FoundingPayload.Open(founding.Payload, cipher) with { Identity = identity, Residence = residence };
        var file = new PersonFile(person, state, decisions);
        foreach (var piece in pieces.Where(piece => piece.Type != EvidenceType.Founding))
        {
            if (piece.IsStanding)
            {
                file.Add(facts.Of(piece));
            }
            else if (piece.End is EvidenceEnd.Withdrawn or EvidenceEnd.Rejected)
            {
                file._undone.Add((piece.Type, piece.OccurredOn));
            }
        }

        return file;
    }

    /// <summary>What evidence and decisions say on a day.</summary>
    public Folded Fold(KnownCommunities communities, DateOnly today) => Domain.StatusChanges.Fold.Of(Dossier, communities, today);

    /// <summary>Whether the same fact was withdrawn, rejected or reversed before (domain.md 8.5).</summary>
    public bool RepeatsUndone(Notice notice)
    {
        var type = EvidenceTypes.Of(notice.Type);
        var dossier = Dossier;
        return _undone.Contains((type, notice.OccurredOn)) ||
            _standing.Exists(fact => fact.Notice.Type == notice.Type && fact.Notice.OccurredOn == notice.OccurredOn &&
                dossier.IsReversed(fact));
    }

    /// <summary>The evidence that a decision takes back.</summary>
    public IEnumerable<EvidenceId> TakenBackBy(Decision decision)
    {
        var after = Dossier with { Decisions = [.. _decisions, FactOf(decision)] };
        return _standing.Where(after.IsReversed).Select(fact => fact.Id);
    }

    public void Add(EvidenceFact fact) => _standing.Add(fact);

    public void Add(Decision decision) => _decisions.Add(FactOf(decision));

    /// <summary>Takes evidence out that stands no more.</summary>
    public void Remove(Evidence evidence)
    {
        _standing.RemoveAll(fact => fact.Id == evidence.Id);
        if (evidence.End is EvidenceEnd.Withdrawn or EvidenceEnd.Rejected)
        {
            _undone.Add((evidence.Type, evidence.OccurredOn));
        }
    }

    /// <summary>A decision as the fold takes it.</summary>
    public static DecisionFact FactOf(Decision decision) =>
        new(decision.Effect!.Value, decision.Position!.Value, Shanghai.DayOf(decision.DecidedAt), decision.UnitCode, decision.OtherPersonId);
}
