using Domain.Cases;
using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>What the standing evidence says of a person, and what in it a human has to look at.</summary>
/// <param name="State">The state, stored in the columns that queries read.</param>
/// <param name="Matters">What becomes a case once, and closes when it is gone.</param>
/// <param name="Transfer">The transfer that waits for an answer.</param>
public sealed record Folded(PersonState State, IReadOnlyList<Matter> Matters, OpenTransfer? Transfer)
{
    /// <summary>The transfer whose clocks run (M4), answered or not.</summary>
    public OpenTransfer? Waiting { get; init; }

    /// <summary>Identities that the person bore before, oldest first.</summary>
    public IReadOnlyList<FormerSelf> Former { get; init; } = [];

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Folded);
}

/// <summary>
/// State = f(standing evidence, decisions, the day to which clocks have run): the one place where a person's state comes from
/// (domain.md 8.1).
/// </summary>
/// <remarks>
/// Pure, and blind to the order of arrival: evidence is taken by valid time, source rank and record time (8.7). Taking
/// evidence away is therefore the same as never having had it. The registration is stepped through its moves; the verdict on
/// life, which needs all evidence at once, is laid over the result, so that a death wins over an open transfer (M8).
/// </remarks>
public static class Fold
{
    /// <param name="dossier">Everything that is known of the person.</param>
    /// <param name="communities">The community table.</param>
    /// <param name="today">The day to which clocks have run.</param>
    public static Folded Of(Dossier dossier, KnownCommunities communities, DateOnly today)
    {
        if (dossier.MergedInto is { } survivor)
        {
            return new(LivesOnIn(survivor, dossier.Founding), [], null);
        }

        EvidenceFact[] facts = [.. dossier.Standing.Order(EvidenceFact.ByValidTime)];
        var life = new LifeEvidence(dossier, facts);
        var verdict = LifeTable.Decide(life);
        var founding = AsOf(today, dossier);
        List<Matter> matters = [];

        var registration = Moved(Registration.Of(founding), facts, dossier, verdict, life, communities, matters);
        List<Matter> ofTransfer = [];
        var (identity, corrected) = IdentityTable.Of(founding.Identity, facts, matters);
        FormerSelf[] former = [.. corrected, .. dossier.Absorbed];
        var clocksTo = verdict?.EndsClocksOn is { } died && died < today ? died : today;
        var state = TransferTable.Waited(registration, clocksTo, ofTransfer) with { Identity = identity };
        state = state with { Residence = ResidenceTable.Of(founding.Residence, facts, state.ManagementUnitCode, communities) };
        if (verdict is not null)
        {
            state = OfTheDead(state, verdict);
            matters.AddRange(LifeMatters.Of(life, verdict));
        }
        else if (founding.ClosesServiceNeeds)
        {
            state = state with
            {
                TransferUnitCode = null,
                CertificateStatus = founding.CertificateStatus,
                CertificateStatusReason = founding.CertificateStatusReason,
            };
        }

        // A death wins over a transfer: nobody is to be taken over, and nobody to be warned (M8).
        return state.ClosesServiceNeeds
            ? new(state, matters, null) { Former = former }
            : new(state, [.. matters, .. ofTransfer], registration.Transfer) { Waiting = registration.Overdue, Former = former };
    }

    /// <summary>Who was registered twice keeps one certificate; the other was issued twice (重复发证, domain.md 5).</summary>
    private static PersonState LivesOnIn(PersonId survivor, PersonState founding) => founding with
    {
        MergedIntoId = survivor,
        TransferUnitCode = null,
        CertificateStatus = CertificateStatus.Cancelled,
        CertificateStatusReason = CertificateStatusReason.Duplicate,
    };

    /// <summary>Ten years are over at the end of the last day (办法 art. 19).</summary>
    private static PersonState AsOf(DateOnly today, Dossier dossier) =>
        dossier.Founding.CertificateStatus == CertificateStatus.Active && dossier.ValidUntil < today
            ? dossier.Founding with { CertificateStatus = CertificateStatus.Expired }
            : dossier.Founding;

    private static Registration Moved(
        Registration now,
        EvidenceFact[] facts,
        Dossier dossier,
        LifeVerdict? verdict,
        LifeEvidence life,
        KnownCommunities communities,
        List<Matter> matters)
    {
        var answers = dossier.Decisions
            .Where(decision => decision.Effect is DecisionEffect.TransferAccepted or DecisionEffect.TransferRejected)
            .OrderBy(decision => decision.Position)
            .ToList();
        foreach (var fact in facts)
        {
            now = fact.Notice.Type switch
            {
                NoticeType.HukouMoved when IsAfterDeath(fact, dossier.Founding, verdict) => Parked(now, fact, life, matters),
                NoticeType.HukouMoved => Moved(now, Move.Of(fact, communities), answers, matters),
                NoticeType.HukouCancelled when !LifeEvidence.IsHukouDeath(fact) => Cancelled(now, fact, matters),
                _ => now,
            };
        }

        return now;
    }

    private static bool IsAfterDeath(EvidenceFact move, PersonState founding, LifeVerdict? verdict)
    {
        var isDead = verdict is not null || founding.ClosesServiceNeeds;
        var deathDate = verdict?.DeathDate ?? founding.DeathDate;
        return isDead && (deathDate is not { } died || died.IsBefore(move.ValidOn));
    }

    // Registries close their books late: the move neither applies nor is forgotten (M8).
    private static Registration Parked(Registration now, EvidenceFact move, LifeEvidence life, List<Matter> matters)
    {
        matters.Add(new(CaseKind.Conflict, MatterReasons.MoveAfterDeath, move.Id)
        {
            Sides = [move.Id, .. life.HukouDeaths.Concat(life.Declarations).Concat(life.Reports).Select(death => death.Id)],
        });
        return now;
    }

    private static Registration Moved(Registration now, Move move, List<DecisionFact> answers, List<Matter> matters)
    {
        var row = MoveTable.RowFor(now, move);
        var next = row.Effect(now, move);
        if (next != now && row.BringsAddress && move.Community is null)
        {
            matters.Add(new(
                CaseKind.Review,
                move.Fact.Notice.ToCommunity is null ? MatterReasons.ToCommunityMissing : MatterReasons.ToCommunityUnknown,
                move.Fact.Id));
        }

        return TransferTable.Answered(next, answers, move);
    }

    /// <summary>D7: no death, whatever else the reason says; a human looks at it.</summary>
    private static Registration Cancelled(Registration now, EvidenceFact fact, List<Matter> matters)
    {
        var isReasonKnown = fact.Notice.Reason is not null;
        return Reviewed(
            now with
            {
                State = now.State with { HukouStatus = isReasonKnown ? HukouStatus.CancelledOther : HukouStatus.Unknown },
            },
            fact,
            isReasonKnown ? MatterReasons.HukouReasonNotDeath : MatterReasons.HukouReasonMissing,
            matters);
    }

    private static Registration Reviewed(Registration now, EvidenceFact fact, string reason, List<Matter> matters)
    {
        matters.Add(new(CaseKind.Review, reason, fact.Id));
        return now;
    }

    private static PersonState OfTheDead(PersonState state, LifeVerdict verdict)
    {
        // A certificate that was gone already stays so; only the life status moves (domain.md 8.3).
        var isGone = state.CertificateStatus is CertificateStatus.Cancelled or CertificateStatus.TransferredOut;
        return state with
        {
            LifeStatus = verdict.LifeStatus,
            DeathDate = verdict.DeathDate,
            HukouStatus = verdict.HukouStatus ?? state.HukouStatus,
            TransferUnitCode = verdict.IsReported ? state.TransferUnitCode : null,
            CertificateStatus = isGone ? state.CertificateStatus : verdict.CertificateStatus,
            CertificateStatusReason = isGone ? state.CertificateStatusReason : verdict.CertificateStatusReason,
        };
    }
}
