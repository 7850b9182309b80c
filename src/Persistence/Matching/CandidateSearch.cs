using Domain.Matching;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.Matching;

/// <summary>The holders whom a batch of notices may be about, found by their blind indexes in three statements.</summary>
internal sealed class CandidateSearch
{
    private readonly Dictionary<PersonId, Person> _persons;
    private readonly ILookup<PersonId, FormerIdentity> _former;
    private readonly ILookup<byte[], PersonId> _byNumber;
    private readonly ILookup<byte[], PersonId> _byWeakKey;

    private CandidateSearch(IReadOnlyCollection<Person> persons, IReadOnlyCollection<FormerIdentity> former)
    {
        _persons = persons.ToDictionary(person => person.Id);
        _former = former.ToLookup(identity => identity.PersonId);
        _byNumber = persons.Select(person => (Index: person.IdNumberIndex, person.Id))
            .Concat(former.Select(identity => (Index: identity.IdNumberIndex, Id: identity.PersonId)))
            .ToLookup(entry => entry.Index, entry => entry.Id, DigestComparer.Instance);
        _byWeakKey = persons.ToLookup(person => person.WeakIndex, person => person.Id, DigestComparer.Instance);
    }

    public static async Task<CandidateSearch> RunAsync(
        SharingDbContext db,
        IReadOnlyCollection<SubjectProbe> probes,
        CancellationToken cancellationToken)
    {
        byte[][] numbers = [.. probes.SelectMany(probe => probe.IdNumbers).Distinct(DigestComparer.Instance)];
        byte[][] weakKeys = [.. probes.SelectMany(probe => probe.WeakKeys).Distinct(DigestComparer.Instance)];

        PersonId[] bearersOfOld = await db.FormerIdentities.Where(identity => numbers.Contains(identity.IdNumberIndex))
            .Select(identity => identity.PersonId).Distinct().ToArrayAsync(cancellationToken);
        var persons = await db.Persons.Where(person => numbers.Contains(person.IdNumberIndex))
            .ToListAsync(cancellationToken);
        persons.AddRange(await db.Persons.Where(person => weakKeys.Contains(person.WeakIndex)).ToListAsync(cancellationToken));
        if (bearersOfOld.Length > 0)
        {
            persons.AddRange(await db.Persons.Where(person => bearersOfOld.Contains(person.Id)).ToListAsync(cancellationToken));
        }

        await AddSurvivorsAsync(db, persons, cancellationToken);
        PersonId[] ids = [.. persons.Select(person => person.Id).Distinct()];
        var former = await db.FormerIdentities.AsNoTracking().Where(identity => ids.Contains(identity.PersonId))
            .ToListAsync(cancellationToken);
        return new([.. persons.DistinctBy(person => person.Id)], former);
    }

    /// <summary>The person, to be changed; only one that the search has found.</summary>
    public Person Find(PersonId id) => _persons[id];

    /// <summary>Whom matching chooses between. An index hit is no proof: matching compares the values themselves.</summary>
    public IReadOnlyCollection<Candidate> Of(SubjectProbe probe) =>
    [
        .. probe.IdNumbers.SelectMany(index => _byNumber[index])
            .Concat(probe.WeakKeys.SelectMany(index => _byWeakKey[index]))
            .Distinct()
            .Select(id => CandidateOf(_persons[id])),
    ];

    // Whoever was merged is found under both registrations, and is the one who is kept.
    private static async Task AddSurvivorsAsync(SharingDbContext db, List<Person> persons, CancellationToken cancellationToken)
    {
        PersonId[] survivors = [.. persons.Select(person => person.MergedIntoId).OfType<PersonId>().Distinct()];
        if (survivors.Length > 0)
        {
            persons.AddRange(await db.Persons.Where(person => survivors.Contains(person.Id)).ToListAsync(cancellationToken));
        }
    }

    private Candidate CandidateOf(Person person) => new()
    {
        Id = person.MergedIntoId ?? person.Id,
        IdNumber = person.IdNumber,
        FoldedName = person.FoldedName,
        Sex = person.Sex,
        BirthDate = person.BirthDate,
        HukouCommunityCode = person.HukouCommunityCode,
        Former = [.. _former[person.Id].Select(identity => new FormerName(identity.IdNumber, identity.FoldedName))],
    };
}
