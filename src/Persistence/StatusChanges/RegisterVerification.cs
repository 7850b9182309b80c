using System.Runtime.CompilerServices;
using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Access;
using Persistence.Encryption;
using Persistence.Notices;
using Persistence.Register;

namespace Persistence.StatusChanges;

/// <summary>Folds every person again and compares; then checks what must hold between the tables.</summary>
/// <remarks>
/// Streams the register and names ids and codes only. It is no snapshot: of a person who changes while it runs it may see the
/// evidence before and the state after, so that a finding beside a running server is to be asked for once more.
/// </remarks>
public sealed class RegisterVerification(
    IDbContextFactory<SharingDbContext> contexts,
    NoticeEnvelope envelope,
    FieldCipher cipher)
{
    /// <summary>Everything that does not hold; nothing where all does.</summary>
    public async IAsyncEnumerable<VerificationFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var finding in StatesAsync(cancellationToken))
        {
            yield return finding;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var finding in RegisterRules.CheckAsync(db, cancellationToken))
        {
            yield return finding;
        }

        foreach (var finding in await GrantVerification.CheckAsync(db, cancellationToken))
        {
            yield return finding;
        }

        if (!(await RegisterInvariants.CountAsync(db, cancellationToken)).Holds)
        {
            yield return new(VerificationCodes.UnitsDoNotAddUp, "register");
        }
    }

    private async IAsyncEnumerable<VerificationFinding> StatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await EvidenceFacts.LoadAsync(db, envelope, cancellationToken);
        var communities = new KnownCommunities(await db.Communities.AsNoTracking().ToListAsync(cancellationToken));

        var decisions = (await db.Decisions.AsNoTracking()
                .Where(decision => decision.PersonId != null && decision.Effect != null && decision.Position != null)
                .ToListAsync(cancellationToken))
            .ToLookup(decision => decision.PersonId!.Value);

        // Two readers side by side in the database's own order of keys: nothing is held but one person's evidence.
        await using var other = await contexts.CreateDbContextAsync(cancellationToken);
        var persons = db.Persons.AsNoTracking().OrderBy(person => person.Id).AsAsyncEnumerable();
        await using var evidence = other.Evidence.AsNoTracking()
            .Where(piece => piece.IsStanding && piece.PersonId != null)
            .OrderBy(piece => piece.PersonId)
            .AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
        var hasEvidence = await evidence.MoveNextAsync();
        List<Evidence> ofPerson = [];
        await foreach (var person in persons.WithCancellation(cancellationToken))
        {
            ofPerson.Clear();
            while (hasEvidence && evidence.Current.PersonId == person.Id)
            {
                ofPerson.Add(evidence.Current);
                hasEvidence = await evidence.MoveNextAsync();
            }

            if (CodeOf(person, ofPerson, decisions[person.Id], facts, communities) is { } code)
            {
                yield return new(code, person.Id.Value.ToString("N"));
            }
        }
    }

    private string? CodeOf(
        Person person,
        List<Evidence> evidence,
        IEnumerable<Decision> decisions,
        EvidenceFacts facts,
        KnownCommunities communities)
    {
        if (evidence.TrueForAll(piece => piece.Type != EvidenceType.Founding))
        {
            return VerificationCodes.FoundingMissing;
        }

        try
        {
            var folded = PersonFile.Of(person, evidence, decisions, facts, cipher).Fold(communities, person.FoldedTo);
            return folded.State == person.State ? null : VerificationCodes.StateDiffers;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return VerificationCodes.FoldFails;
        }
    }
}
