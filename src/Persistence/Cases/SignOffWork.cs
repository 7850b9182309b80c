using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.StatusChanges;

namespace Persistence.Cases;

/// <summary>What two must sign, one signature in its transaction: the reversal of a death, merging two persons, splitting them.</summary>
internal sealed class SignOffWork(SharingDbContext db, RegisterTools tools, Decider signer)
{
    private static readonly Refusal NotDead = new(
        "REVERSAL_NOT_POSSIBLE",
        "There is no death that two signers can take back: the person lives, was declared dead by a court, or entered the register dead.");

    private static readonly Refusal NothingToSign = new("SIGN_OFF_NOTHING", "Nothing waits for a second signature in this case.");

    private static readonly Refusal DigestDiffers = new(
        "SIGN_OFF_DIGEST_DIFFERS", "This is not the digest that waits for a signature: read the case again.");

    private static readonly Refusal SameSigner = new(
        "SIGN_OFF_SAME_SIGNER", "The second signer must be somebody else, who holds another office.");

    private static readonly Refusal Voided = new(
        "SIGN_OFF_VOIDED", "What was signed first has changed since: the first signature is void, decide again.");

    /// <summary>Signs first that the person lives (domain.md 8.5).</summary>
    public async Task<Outcome<DecidedCase>> SignReversalAsync(Case matter, CaseRequest request, CancellationToken cancellationToken)
    {
        if (matter.PersonId is not { } id || await db.Persons.FindAsync([id], cancellationToken) is not { } person)
        {
            return NotDead;
        }

        var standing = await StandingAsync([id], cancellationToken);
        var isReversible = person.LifeStatus is LifeStatus.DeathReported or LifeStatus.Deceased &&
            standing.Exists(evidence => evidence.Type is EvidenceType.HukouCancelled or EvidenceType.DeathCertificate or EvidenceType.Cremation);
        return isReversible
            ? await SignFirstAsync(matter, request, new(DecisionEffect.DeathReversed, id), cancellationToken)
            : NotDead;
    }

    /// <summary>The first signature. Whatever was signed before in this case is replaced.</summary>
    public async Task<Outcome<DecidedCase>> SignFirstAsync(
        Case matter,
        CaseRequest request,
        SignedDeed deed,
        CancellationToken cancellationToken)
    {
        var decision = new Decision
        {
            Id = new(Guid.CreateVersion7(tools.Now)),
            CaseId = matter.Id,
            PersonId = deed.Person,
            OtherPersonId = deed.Kept,
            Kind = request.Decision,
            Effect = deed.Effect,
            DecidedAt = tools.Now,
            By = signer.Client,
            Office = signer.Office,
            Reason = tools.Cipher.Encrypt(request.Reason),
            Digest = await DigestOfAsync(matter, request.Decision, signer.Client, deed, cancellationToken),
        };
        await ForgetPendingAsync(matter, cancellationToken);
        db.Decisions.Add(decision);
        matter.Digest = decision.Digest;
        return new DecidedCase(matter.Id, decision.Digest);
    }

    /// <summary>The second signature: the reversal takes effect.</summary>
    public async Task<Outcome<DecidedCase>> SignAsync(CaseId subject, string digest, CancellationToken cancellationToken)
    {
        if (!signer.IsReviewer || await db.Cases.FindAsync([subject], cancellationToken) is not { } matter)
        {
            return CaseRules.CaseUnknown;
        }

        var pending = await db.Decisions.SingleOrDefaultAsync(
            decision => decision.CaseId == subject && decision.Digest != null && decision.Position == null, cancellationToken);
        if (pending is null || matter.Digest is null)
        {
            return NothingToSign;
        }

        if (matter.Digest != digest)
        {
            return DigestDiffers;
        }

        if (pending.By == signer.Client || pending.Office == signer.Office)
        {
            return SameSigner;
        }

        var deed = new SignedDeed(pending.Effect!.Value, pending.PersonId!.Value, pending.OtherPersonId);
        if (await DigestOfAsync(matter, pending.Kind, pending.By, deed, cancellationToken) != digest)
        {
            await ForgetPendingAsync(matter, cancellationToken);
            return Voided;
        }

        await TakeEffectAsync(matter, pending, deed, cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    private async Task TakeEffectAsync(Case matter, Decision pending, SignedDeed deed, CancellationToken cancellationToken)
    {
        var positions = await Positions.OpenAsync(db, cancellationToken);
        pending.Position = positions.Next();
        pending.SecondBy = signer.Client;
        pending.SecondOffice = signer.Office;
        pending.DecidedAt = tools.Now;
        var refolding = await Refolding.OpenAsync(db, tools, await PersonsAsync(deed, cancellationToken), [], cancellationToken);
        if (deed.Kept is { } kept)
        {
            await new Merging(db, refolding, tools).RunAsync(pending, cancellationToken);
            matter.PersonId = kept;
        }
        else
        {
            await refolding.DecideAsync(deed.Person, pending, matter.EvidenceId, cancellationToken);
        }

        await refolding.FinishAsync(cancellationToken);
        refolding.Cases.Close(matter);
    }

    private async Task ForgetPendingAsync(Case matter, CancellationToken cancellationToken)
    {
        matter.Digest = null;
        db.Decisions.RemoveRange(await db.Decisions
            .Where(decision => decision.CaseId == matter.Id && decision.Digest != null && decision.Position == null)
            .ToListAsync(cancellationToken));
    }

    private Task<List<Evidence>> StandingAsync(IReadOnlyList<PersonId> persons, CancellationToken cancellationToken) =>
        db.Evidence.AsNoTracking().Where(evidence => persons.Contains(evidence.PersonId!.Value) && evidence.IsStanding).ToListAsync(cancellationToken);

    private Task<List<Person>> PersonsAsync(SignedDeed deed, CancellationToken cancellationToken) =>
        db.Persons.Where(person => person.Id == deed.Person || person.Id == deed.Kept).ToListAsync(cancellationToken);

    private async Task<string> DigestOfAsync(
        Case matter,
        CaseDecision decision,
        string firstSigner,
        SignedDeed deed,
        CancellationToken cancellationToken)
    {
        PersonId?[] concerned = [deed.Person, deed.Kept];
        var standing = await StandingAsync([.. concerned.OfType<PersonId>()], cancellationToken);
        return SignOffDigest.Of(
            matter.Id, decision, firstSigner, await PersonsAsync(deed, cancellationToken), standing.Select(evidence => evidence.Id));
    }
}

/// <summary>What two sign.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Person">To whom.</param>
/// <param name="Kept">Merging and splitting: the person who is kept.</param>
internal sealed record SignedDeed(DecisionEffect Effect, PersonId Person, PersonId? Kept = null);
