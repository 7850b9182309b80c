using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Persistence.Encryption;
using Persistence.Notices;
using Persistence.Writing;

namespace Persistence.StatusChanges;

/// <summary>Lets the clocks of the decision tables run to today: M4, the end of validity, and the cases that nobody answered.</summary>
/// <remarks>Time freezes, cancels, warns and raises to the city as the rows say; it never confirms anything (D9).</remarks>
public sealed partial class DailyClocks(
    WriteChannel channel,
    NoticeEnvelope envelope,
    BlindIndex index,
    FieldCipher cipher,
    TimeProvider clock,
    ILogger<DailyClocks> log)
{
    private const int BatchSize = 200;
    private const int ExpiringWithinDays = 90;

    private static readonly HukouStatus[] OnTheMove = [HukouStatus.MovedInCity, HukouStatus.MovedOutCity, HukouStatus.CancelledOther, HukouStatus.Unknown];

    /// <summary>Runs every clock to today. Running it again on the same day changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await channel.RunAsync(RunBatchAsync, cancellationToken) == BatchSize)
        {
        }

        var (raised, withoutClock) = await channel.RunAsync(RaiseAsync, cancellationToken);
        if (raised > 0)
        {
            Raised(raised);
        }

        if (withoutClock > 0)
        {
            WithoutClock(withoutClock);
        }
    }

    private async Task<int> RunBatchAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var persons = await DueOn(db, Shanghai.DayOf(now)).OrderBy(person => person.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (persons.Count == 0)
        {
            return 0;
        }

        var refolding = await Refolding.OpenAsync(db, new(envelope, index, cipher, now), persons, [], cancellationToken);
        foreach (var person in persons)
        {
            await refolding.RunClockAsync(person.Id, cancellationToken);
        }

        await refolding.FinishAsync(cancellationToken);
        return persons.Count;
    }

    /// <summary>Persons whom a clock may concern today. The fold decides; this only saves asking everybody.</summary>
    private static IQueryable<Person> DueOn(SharingDbContext db, DateOnly today)
    {
        var expiring = today.AddDays(ExpiringWithinDays);
        return db.Persons.Where(person => person.FoldedTo < today && (
            (OnTheMove.Contains(person.HukouStatus) &&
                person.CertificateStatus != CertificateStatus.Cancelled &&
                person.CertificateStatus != CertificateStatus.TransferredOut) ||
            ((person.CertificateStatus == CertificateStatus.Active || person.CertificateStatus == CertificateStatus.Transferring) &&
                (person.CertificateValidUntil < today ||
                    (person.CertificateValidUntil <= expiring &&
                        person.FoldedTo < person.CertificateValidUntil.AddDays(-ExpiringWithinDays))))));
    }

    /// <summary>What nobody answered in time goes to the city (M1, D9); nothing is decided by it.</summary>
    private async Task<(int Raised, int WithoutClock)> RaiseAsync(SharingDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = Shanghai.DayOf(now);
        var raised = await db.Cases
            .Where(matter => matter.State == CaseState.Open && matter.EscalatedAt == null && matter.DueOn < today)
            .ExecuteUpdateAsync(matter => matter.SetProperty(c => c.EscalatedAt, (DateTimeOffset?)now), cancellationToken);
        var withoutClock = await db.Cases.CountAsync(
            matter => matter.State == CaseState.Open && matter.DueOn == null &&
                (matter.Kind == CaseKind.Transfer || matter.Kind == CaseKind.Recall),
            cancellationToken);
        return (raised, withoutClock);
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} cases were not answered in time and are raised to the city.")]
    private partial void Raised(int count);

    [LoggerMessage(2, LogLevel.Critical, "{Count} cases have no due date: the holiday notice of their year is not in the calendar. Enter it.")]
    private partial void WithoutClock(int count);
}
