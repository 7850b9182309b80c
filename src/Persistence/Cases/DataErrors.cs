using System.Linq.Expressions;
using System.Text.Json;
using Domain.Access;
using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Persistence.Encryption;
using Persistence.Writing;

namespace Persistence.Cases;

/// <summary>A data error that was taken.</summary>
/// <param name="CaseId">The case that was opened.</param>
/// <param name="DueOn">Day by which it is answered; null where that year has no calendar yet.</param>
public sealed record ReportedDataError(CaseId CaseId, DateOnly? DueOn);

/// <summary>Takes the word of receivers that shared data looks wrong: a case for a human, with a clock.</summary>
public sealed class DataErrors(WriteChannel channel, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Opens the case; or says why not: <c>DATA_ERROR_PERSON_UNKNOWN</c> for whoever is out of scope.</summary>
    public Task<Outcome<ReportedDataError>> ReportAsync(DataError error, string client, RowScope scope, CancellationToken cancellationToken) =>
        channel.RunAsync<Outcome<ReportedDataError>>(
            async (db, cancellation) =>
            {
                if (!await db.Persons.Where(person => person.Id == error.PersonId && person.MergedIntoId == null).AnyAsync(InScope(scope), cancellation))
                {
                    return DataError.PersonUnknown;
                }

                var now = clock.GetUtcNow();
                var matter = new Case
                {
                    Id = new(Guid.CreateVersion7(now)),
                    Kind = CaseKind.Correction,
                    State = CaseState.Open,
                    PersonId = error.PersonId,
                    Reasons = DataError.CaseReason,
                    Item = error.Item,
                    ReportedBy = client,
                    Statement = DataErrorStatement.Seal(error, cipher),
                    OpenedAt = now,
                    DueOn = WorkingDays.After(Shanghai.DayOf(now), DataError.WorkingDaysToAnswer).Succeeded(out var day, out _) ? day : null,
                };
                db.Cases.Add(matter);
                return new ReportedDataError(matter.Id, matter.DueOn);
            },
            cancellationToken);

    private static Expression<Func<Person, bool>> InScope(RowScope scope) => scope.Kind switch
    {
        RowScopeKind.City => person => true,
        RowScopeKind.ManagementUnit => person => person.ManagementUnitCode == scope.Code || person.TransferUnitCode == scope.Code,
        RowScopeKind.HukouDivision => person => person.HukouDivisionCode == scope.Code,
        RowScopeKind.Self or RowScopeKind.Nothing or RowScopeKind.OwnNotices => person => false,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}

/// <summary>What was said about the data, encrypted: it may quote it.</summary>
public sealed record DataErrorStatement(string Reason, string Evidence)
{
    public static byte[] Seal(DataError error, FieldCipher cipher) =>
        cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(new DataErrorStatement(error.Reason, error.Evidence)));

    public static DataErrorStatement Open(ReadOnlySpan<byte> payload, FieldCipher cipher) =>
        JsonSerializer.Deserialize<DataErrorStatement>(cipher.Decrypt(payload))
        ?? throw new JsonException("A data error without a statement.");

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(DataErrorStatement);
}
