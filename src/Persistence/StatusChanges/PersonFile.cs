using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;

namespace Persistence.StatusChanges;

/// <summary>A person with everything that the fold needs: the founding, and the evidence that stands.</summary>
internal sealed class PersonFile(Person person, PersonState founding, List<EvidenceFact> standing)
{
    public Person Person => person;

    public PersonState Founding => founding;

    /// <summary>Opens the files of the persons with one statement.</summary>
    public static async Task<Dictionary<PersonId, PersonFile>> OpenAsync(
        SharingDbContext db,
        IReadOnlyCollection<Person> persons,
        EvidenceFacts facts,
        FieldCipher cipher,
        CancellationToken cancellationToken)
    {
        PersonId?[] ids = [.. persons.Select(person => (PersonId?)person.Id)];
        var evidence = await db.Evidence.AsNoTracking()
            .Where(piece => ids.Contains(piece.PersonId) && piece.IsStanding)
            .ToListAsync(cancellationToken);
        var byPerson = evidence.ToLookup(piece => piece.PersonId!.Value);
        return persons.ToDictionary(person => person.Id, person => Of(person, byPerson[person.Id], facts, cipher));
    }

    /// <summary>The file of one person.</summary>
    /// <param name="person">Whose file it is.</param>
    /// <param name="evidence">Everything that stands about the person, the founding among it.</param>
    /// <param name="facts">Reads the evidence.</param>
    /// <param name="cipher">Opens the founding.</param>
    public static PersonFile Of(Person person, IEnumerable<Evidence> evidence, EvidenceFacts facts, FieldCipher cipher)
    {
        PersonState? founding = null;
        List<EvidenceFact> standing = [];
        foreach (var piece in evidence)
        {
            if (piece.Type == EvidenceType.Founding)
            {
                founding = FoundingPayload.Open(piece.Payload, cipher);
            }
            else
            {
                standing.Add(facts.Of(piece));
            }
        }

        return new(person, founding ?? throw new InvalidOperationException("A person has no founding evidence."), standing);
    }

    /// <summary>What the evidence says as it stands.</summary>
    public Folded Fold(KnownCommunities communities) => Domain.StatusChanges.Fold.Of(founding, standing, communities);

    public void Add(EvidenceFact fact) => standing.Add(fact);

    /// <summary>Codes of the communities that the evidence names.</summary>
    public IEnumerable<string> Communities => standing.Select(fact => fact.Notice.ToCommunity).OfType<string>();
}
