using Domain.Persons;
using Domain.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>Persons of whom nothing is known yet: alive, at home, with a certificate that stays valid for the test.</summary>
internal sealed record PlainPersons(IReadOnlyList<Person> All, IReadOnlyList<Community> Communities)
{
    /// <param name="app">The server, with nothing reported to it yet.</param>
    /// <param name="validBeyond">The certificates are valid longer than to this day.</param>
    public static async Task<PlainPersons> OfAsync(SharingApp app, DateOnly validBeyond)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync();
        var persons = await db.Persons.AsNoTracking()
            .Where(person => person.LifeStatus == LifeStatus.Alive && person.CertificateStatus == CertificateStatus.Active &&
                person.HukouStatus == HukouStatus.Registered && person.TransferUnitCode == null && person.HukouCommunityCode != null &&
                person.ManagementUnitCode == person.HukouDivisionCode && person.CertificateValidUntil > validBeyond &&
                (person.ResidenceObservedAt == null || person.ResidenceObservedAt < new DateOnly(2026, 5, 1)) &&
                !db.FormerIdentities.Any(former => former.PersonId == person.Id || former.IdNumberIndex == person.IdNumberIndex) &&
                db.Persons.Count(other => other.IdNumberIndex == person.IdNumberIndex) == 1)
            .OrderBy(person => person.Id)
            .ToListAsync();
        return new(persons, await db.Communities.AsNoTracking().ToListAsync());
    }
}
