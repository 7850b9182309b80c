using Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Register;

/// <summary>What must hold of the whole register at any time; <c>verify</c> asks.</summary>
public static class RegisterInvariants
{
    /// <summary>The person of the oldest evidence, or null in an empty register.</summary>
    public static async Task<PersonId?> FirstPersonAsync(SharingDbContext db, CancellationToken cancellationToken) =>
        await db.Evidence
            .OrderBy(evidence => evidence.Position)
            .Select(evidence => evidence.PersonId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Counts persons by unit, and those whom no count or evidence covers.</summary>
    public static async Task<RegisterCount> CountAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var byUnit = await db.Persons
            .GroupBy(person => person.ManagementUnitCode)
            .Select(unit => new { Code = unit.Key, Persons = unit.Count() })
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Persons, StringComparer.Ordinal, cancellationToken);
        return new RegisterCount(
            await db.Persons.CountAsync(cancellationToken),
            byUnit,
            await db.Persons.CountAsync(
                person => !db.Communities.Any(community => community.Code == person.CommunityCode),
                cancellationToken),
            await db.Persons.CountAsync(
                person => !db.Evidence.Any(evidence => evidence.PersonId == person.Id && evidence.IsStanding),
                cancellationToken));
    }
}

/// <summary>How many persons the register has, seen from several sides.</summary>
/// <param name="Persons">All.</param>
/// <param name="ByUnit">Persons of each management unit.</param>
/// <param name="WithoutCommunity">Persons whom no known community works for: none.</param>
/// <param name="WithoutEvidence">Persons whose state nothing stands for: none.</param>
public sealed record RegisterCount(
    int Persons, IReadOnlyDictionary<string, int> ByUnit, int WithoutCommunity, int WithoutEvidence)
{
    /// <summary>Whether the units add up to the whole and nobody is left out.</summary>
    public bool Holds =>
        ByUnit.Values.Sum() == Persons &&
        ByUnit.Keys.All(code => Domain.Places.ManagementUnits.Find(code) is not null) &&
        WithoutCommunity == 0 &&
        WithoutEvidence == 0;
}
