using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.StatusChanges;

namespace Persistence.Cases;

/// <summary>The reversal of a death by two signers with evidence of life, one step in its transaction (domain.md 8.5).</summary>
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

    /// <summary>The first signature. Whatever was signed before in this case is replaced.</summary>
    public async Task<Outcome<DecidedCase>> SignFirstAsync(Case matter, CaseRequest request, CancellationToken cancellationToken)
    {
        if (matter.PersonId is not { } id || await db.Persons.FindAsync([id], cancellationToken) is not { } person)
        {
            return NotDead;
        }

        var standing = await StandingAsync(id, cancellationToken);
        var isReversible = person.LifeStatus is LifeStatus.DeathReported or LifeStatus.Deceased &&
            standing.Exists(evidence => evidence.Type is EvidenceType.HukouCancelled or EvidenceType.DeathCertificate or EvidenceType.Cremation);
        if (!isReversible)
        {
            return NotDead;
        }

        var digest = DigestOf(matter, signer.Client, person, standing);
        await ForgetPendingAsync(matter, cancellationToken);
        db.Decisions.Add(new()
        {
            Id = new(Guid.CreateVersion7(tools.Now)),
            CaseId = matter.Id,
            PersonId = id,
            Kind = CaseDecision.ReverseDeath,
            Effect = DecisionEffect.DeathReversed,
            DecidedAt = tools.Now,
            By = signer.Client,
            Office = signer.Office,
            Reason = tools.Cipher.Encrypt(request.Reason),
            Digest = digest,
        });
        matter.Digest = digest;
        return new DecidedCase(matter.Id, digest);
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

        var person = await db.Persons.SingleAsync(known => known.Id == pending.PersonId, cancellationToken);
        if (DigestOf(matter, pending.By, person, await StandingAsync(person.Id, cancellationToken)) != digest)
        {
            await ForgetPendingAsync(matter, cancellationToken);
            return Voided;
        }

        await TakeEffectAsync(matter, pending, person, cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    private async Task TakeEffectAsync(Case matter, Decision pending, Person person, CancellationToken cancellationToken)
    {
        var positions = await Positions.OpenAsync(db, cancellationToken);
        pending.Position = positions.Next();
        pending.SecondBy = signer.Client;
        pending.SecondOffice = signer.Office;
        pending.DecidedAt = tools.Now;
        var refolding = await Refolding.OpenAsync(db, tools, [person], [], cancellationToken);
        await refolding.DecideAsync(person.Id, pending, matter.EvidenceId, cancellationToken);
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

    private Task<List<Evidence>> StandingAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Evidence.AsNoTracking().Where(evidence => evidence.PersonId == person && evidence.IsStanding).ToListAsync(cancellationToken);

    private static string DigestOf(Case matter, string firstSigner, Person person, IEnumerable<Evidence> standing) =>
        SignOffDigest.Of(matter.Id, CaseDecision.ReverseDeath, firstSigner, person, standing.Select(evidence => evidence.Id));
}
