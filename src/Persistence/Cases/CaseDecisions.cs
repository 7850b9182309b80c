using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using Persistence.Encryption;
using Persistence.Notices;
using Persistence.Persons;
using Persistence.Writing;

namespace Persistence.Cases;

/// <summary>What is asked of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Reason">Why, in the words of whoever decides.</param>
/// <param name="PersonId">ASSIGN_PERSON: which of the candidates.</param>
public sealed record CaseRequest(CaseId CaseId, CaseDecision Decision, string Reason, PersonId? PersonId)
{
    /// <summary>A case of another kind counts as unknown; null for all kinds.</summary>
    public CaseKind? Only { get; init; }
}

/// <summary>A decision that was taken, or that waits for its second signature.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Digest">What the second signer signs; null where nothing waits.</param>
public sealed record DecidedCase(CaseId CaseId, string? Digest);

/// <summary>Takes the decisions of humans: each in one transaction with everything that follows from it.</summary>
public sealed class CaseDecisions(
    WriteChannel channel,
    NoticeEnvelope envelope,
    BlindIndex index,
    FieldCipher cipher,
    TimeProvider clock,
    MergedPersons merged)
{
    /// <summary>Decides; or says why this cannot be decided, by whom it is asked or at all (<see cref="CaseRules"/>).</summary>
    public Task<Outcome<DecidedCase>> DecideAsync(CaseRequest request, Decider decider, CancellationToken cancellationToken) =>
        channel.RunAsync(
            async (db, cancellation) =>
            {
                var work = new CaseWork(db, new(envelope, index, cipher, clock.GetUtcNow()), decider);
                return await work.DecideAsync(request, cancellation);
            },
            cancellationToken);

    /// <summary>Signs second; or says why not: <c>SIGN_OFF_…</c>. A signature on what has changed since voids the first one.</summary>
    public async Task<Outcome<DecidedCase>> SignAsync(CaseId subject, string digest, Decider signer, CancellationToken cancellationToken)
    {
        var outcome = await channel.RunAsync(
            async (db, cancellation) =>
            {
                var work = new SignOffWork(db, new(envelope, index, cipher, clock.GetUtcNow()), signer);
                return await work.SignAsync(subject, digest, cancellation);
            },
            cancellationToken);
        merged.Forget();
        return outcome;
    }
}
