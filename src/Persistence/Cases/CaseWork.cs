using Domain.Cases;
using Domain.Matching;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.StatusChanges;

namespace Persistence.Cases;

/// <summary>One decision in its transaction.</summary>
internal sealed class CaseWork(SharingDbContext db, RegisterTools tools, Decider decider)
{
    private static readonly string[] OpenDeaths =
        [MatterReasons.DeathReported, MatterReasons.DeathReportsDisagree, MatterReasons.SignOfLifeAfterDeath];

    public async Task<Outcome<DecidedCase>> DecideAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var matter = await db.Cases.FindAsync([request.CaseId], cancellationToken);
        if (matter is null || (request.Only is { } only && matter.Kind != only))
        {
            return CaseRules.CaseUnknown;
        }

        var evidence = matter.EvidenceId is { } id ? await db.Evidence.FindAsync([id], cancellationToken) : null;
        var waits = evidence is { IsStanding: false, End: null };
        return CaseRules.Refuse(matter, request.Decision, decider, request.Reason, waits) is { } refusal ? refusal
            : waits ? await OfWaitingAsync(matter, evidence!, request, cancellationToken)
            : await OfStandingAsync(matter, evidence, request, cancellationToken);
    }

    private async Task<Outcome<DecidedCase>> OfWaitingAsync(
        Case matter,
        Evidence evidence,
        CaseRequest request,
        CancellationToken cancellationToken)
    {
        if (request.Decision == CaseDecision.Reject)
        {
            evidence.Ends(EvidenceEnd.Rejected, tools.Now);
            return await RefusedAsync(matter, evidence, request, cancellationToken);
        }

        if (request.Decision == CaseDecision.Confirm && matter.Reasons == MatterReasons.ApplyFailed)
        {
            return await AppliedAgainAsync(matter, evidence, request, cancellationToken);
        }

        if (await ChosenAsync(matter, request, cancellationToken) is not { } chosen)
        {
            return CaseRules.NothingToDecide;
        }

        evidence.PersonId = chosen;
        evidence.Stands();
        matter.PersonId = chosen;
        var superseded = evidence.CorrectsId is { } id
            ? await db.Evidence.SingleOrDefaultAsync(earlier => earlier.Id == id && earlier.End == null, cancellationToken)
            : null;
        var refolding = await OpenAsync([chosen, superseded?.PersonId], cancellationToken);
        var decision = await TakenAsync(matter, request, evidence, chosen, cancellationToken);
        var fact = refolding.Facts.Of(evidence);
        await new Supersession(refolding, tools).TakeInAsync(evidence, fact, superseded, cancellationToken, decision);
        if (evidence.Match == MatchKind.Ambiguous)
        {
            // The number is still that of several persons, who may be one human: that is a question of its own, and asked once.
            await refolding.Cases.SharedNumberAsync(refolding.FileOf(chosen).Person, fact, cancellationToken, isNew: false);
        }

        await refolding.FinishAsync(cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    private async Task<Outcome<DecidedCase>> AppliedAgainAsync(
        Case matter,
        Evidence evidence,
        CaseRequest request,
        CancellationToken cancellationToken)
    {
        var positions = await Positions.OpenAsync(db, cancellationToken);
        var decision = DecisionOf(matter, request, evidence.Id, matter.PersonId, null, null, positions.Next());
        db.Decisions.Add(decision);
        if (await new FailedNotice(db, tools).ApplyAsync(matter, evidence, decision, cancellationToken))
        {
            Close(matter);
        }

        return new DecidedCase(matter.Id, null);
    }

    /// <summary>Evidence that waited is not believed: nothing changes, and whom it was surely about has it in their history.</summary>
    private async Task<Outcome<DecidedCase>> RefusedAsync(
        Case matter,
        Evidence evidence,
        CaseRequest request,
        CancellationToken cancellationToken)
    {
        var decision = await TakenAsync(matter, request, evidence, matter.PersonId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (evidence.PersonId is { } person)
        {
            var history = new HistoryWriting(db, tools);
            history.Add(new(person, HistoryKind.Decided, decision.Offices)
            {
                OccurredOn = evidence.OccurredOn,
                Evidence = evidence.Id,
                Decision = decision.Id,
                Reverses = [evidence.Id],
            });
            await history.WriteAsync(cancellationToken);
        }

        return new DecidedCase(matter.Id, null);
    }

    /// <summary>The person whom the evidence is about, if the decision says so.</summary>
    private async Task<PersonId?> ChosenAsync(Case matter, CaseRequest request, CancellationToken cancellationToken)
    {
        var candidates = await db.CaseCandidates.Where(candidate => candidate.CaseId == matter.Id)
            .Select(candidate => candidate.PersonId).ToListAsync(cancellationToken);
        var chosen = request.Decision == CaseDecision.AssignPerson
            ? request.PersonId is { } named && (candidates.Contains(named) || matter.PersonId == named) ? named : null
            : matter.PersonId ?? (candidates is [var only] ? only : null);

        // A candidate may have been merged since the case was opened.
        return chosen is { } id && await db.Persons.FindAsync([id], cancellationToken) is { MergedIntoId: { } kept } ? kept : chosen;
    }

    private async Task<Outcome<DecidedCase>> OfStandingAsync(
        Case matter,
        Evidence? evidence,
        CaseRequest request,
        CancellationToken cancellationToken)
    {
        var isOpenDeath = OpenDeaths.Contains(matter.Reasons, StringComparer.Ordinal);
        return request.Decision switch
        {
            CaseDecision.Confirm when isOpenDeath => await WithEffectAsync(matter, request, DecisionEffect.DeathConfirmed, null, cancellationToken),
            CaseDecision.Confirm or CaseDecision.Close when !isOpenDeath =>
                await SeenAsync(matter, request, evidence, cancellationToken),
            CaseDecision.Reject when matter.Kind == CaseKind.Correction => await SeenAsync(matter, request, evidence, cancellationToken),
            CaseDecision.Reject when matter.Reasons == MatterReasons.MoveAfterDeath =>
                await RejectedAsync(matter, evidence!, request, cancellationToken),
            CaseDecision.AcceptTransfer or CaseDecision.RejectTransfer => await AnsweredAsync(matter, request, cancellationToken),
            CaseDecision.ReverseDeath => await new SignOffWork(db, tools, decider).SignReversalAsync(matter, request, cancellationToken),
            CaseDecision.AssignPerson => await SameHumanAsync(matter, request, cancellationToken),
            _ => CaseRules.NothingToDecide,
        };
    }

    private async Task<Outcome<DecidedCase>> SameHumanAsync(Case matter, CaseRequest request, CancellationToken cancellationToken) =>
        (await new MergerQuestion(db).AnswerAsync(matter, request.PersonId, cancellationToken)).Succeeded(out var deed, out var refusal)
            ? await new SignOffWork(db, tools, decider).SignFirstAsync(matter, request, deed, cancellationToken)
            : refusal;

    private async Task<Outcome<DecidedCase>> RejectedAsync(
        Case matter,
        Evidence evidence,
        CaseRequest request,
        CancellationToken cancellationToken)
    {
        evidence.Ends(EvidenceEnd.Rejected, tools.Now);
        var refolding = await OpenAsync([evidence.PersonId], cancellationToken);
        var decision = await TakenAsync(matter, request, evidence, evidence.PersonId, cancellationToken);
        await refolding.TakeOutAsync(evidence.PersonId!.Value, evidence, null, cancellationToken, decision);
        await refolding.FinishAsync(cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    private async Task<Outcome<DecidedCase>> AnsweredAsync(Case matter, CaseRequest request, CancellationToken cancellationToken)
    {
        var effect = request.Decision == CaseDecision.AcceptTransfer ? DecisionEffect.TransferAccepted : DecisionEffect.TransferRejected;
        if (matter.Kind == CaseKind.Transfer)
        {
            return await WithEffectAsync(matter, request, effect, matter.ToUnitCode, cancellationToken);
        }

        // A unit that refused may still accept (M2): the answer is that unit's.
        var refused = matter.Reasons != MatterReasons.TransferRejected
            ? null
            : await db.Decisions.AsNoTracking()
                .Where(decision => decision.PersonId == matter.PersonId && decision.Effect == DecisionEffect.TransferRejected)
                .OrderByDescending(decision => decision.Position)
                .FirstOrDefaultAsync(cancellationToken);
        return refused is null
            ? CaseRules.NothingToDecide
            : await WithEffectAsync(matter, request, effect, refused.UnitCode, cancellationToken);
    }

    private async Task<Outcome<DecidedCase>> WithEffectAsync(
        Case matter,
        CaseRequest request,
        DecisionEffect effect,
        string? unit,
        CancellationToken cancellationToken)
    {
        var person = matter.PersonId!.Value;
        var positions = await Positions.OpenAsync(db, cancellationToken);
        var decision = DecisionOf(matter, request, null, person, effect, unit, positions.Next());
        db.Decisions.Add(decision);
        var refolding = await OpenAsync([person], cancellationToken);
        await refolding.DecideAsync(person, decision, matter.EvidenceId, cancellationToken);
        Close(matter);

        // Where somebody moved to one unit more than once, an earlier move may take the answer: the later one asks again.
        if (matter.Kind == CaseKind.Transfer && refolding.TransferOf(person) is { } waiting && waiting.ToUnit == matter.ToUnitCode)
        {
            refolding.Cases.Transfer(person, waiting);
        }

        await refolding.FinishAsync(cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    /// <summary>Looked at; nothing changes but the case.</summary>
    private async Task<Outcome<DecidedCase>> SeenAsync(
        Case matter,
        CaseRequest request,
        Evidence? evidence,
        CancellationToken cancellationToken)
    {
        await TakenAsync(matter, request, evidence, matter.PersonId, cancellationToken);
        return new DecidedCase(matter.Id, null);
    }

    private async Task<Decision> TakenAsync(
        Case matter,
        CaseRequest request,
        Evidence? evidence,
        PersonId? person,
        CancellationToken cancellationToken)
    {
        var positions = await Positions.OpenAsync(db, cancellationToken);
        var decision = DecisionOf(matter, request, evidence?.Id, person, null, null, positions.Next());
        db.Decisions.Add(decision);
        Close(matter);
        return decision;
    }

    private Decision DecisionOf(
        Case matter,
        CaseRequest request,
        EvidenceId? evidence,
        PersonId? person,
        DecisionEffect? effect,
        string? unit,
        long position) => new()
        {
            Id = new(Guid.CreateVersion7(tools.Now)),
            CaseId = matter.Id,
            PersonId = person,
            EvidenceId = evidence,
            Kind = request.Decision,
            Effect = effect,
            UnitCode = unit,
            Position = position,
            DecidedAt = tools.Now,
            By = decider.Client,
            Office = decider.Office,
            Reason = tools.Cipher.Encrypt(request.Reason),
        };

    private void Close(Case matter)
    {
        matter.State = CaseState.Closed;
        matter.ClosedAt ??= tools.Now;
        matter.Digest = null;
    }

    private async Task<Refolding> OpenAsync(IEnumerable<PersonId?> ids, CancellationToken cancellationToken)
    {
        PersonId[] persons = [.. ids.OfType<PersonId>().Distinct()];
        return await Refolding.OpenAsync(
            db,
            tools,
            await db.Persons.Where(person => persons.Contains(person.Id)).ToListAsync(cancellationToken),
            CommunitiesNamedNow(),
            cancellationToken);
    }

    // Evidence that comes to stand by this decision may name a community that no file knows of yet.
    private IEnumerable<string> CommunitiesNamedNow() => db.Evidence.Local
        .Where(evidence => evidence.Type == EvidenceType.HukouMoved)
        .Select(evidence => tools.Envelope.OpenEvidence(evidence.Payload).ToCommunity)
        .OfType<string>();
}
