using Domain.Cases;
using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>What the standing evidence says of a person, and what in it a human has to look at.</summary>
public sealed record Folded(PersonState State, IReadOnlyList<Matter> Matters)
{
    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(Folded);
}

/// <summary>State = f(standing evidence): the one place where a person's state comes from (domain.md 8.1).</summary>
/// <remarks>
/// Pure, and blind to the order of arrival: evidence is taken by valid time, source rank and record time (8.7). Taking
/// evidence away is therefore the same as never having had it. The registration is stepped through its moves; the verdict on
/// life, which needs all evidence at once, is laid over the result, so that a death wins over an open transfer (M8).
/// </remarks>
public static class Fold
{
    /// <param name="founding">The state in which the person entered the register.</param>
    /// <param name="standing">Every piece of evidence that stands, in any order.</param>
    /// <param name="communities">The community table.</param>
    public static Folded Of(PersonState founding, IEnumerable<EvidenceFact> standing, KnownCommunities communities)
    {
        EvidenceFact[] facts = [.. standing.Order(EvidenceFact.ByValidTime)];
        var verdict = LifeTable.Decide(facts);
        List<Matter> matters = [];

        var state = founding;
        foreach (var fact in facts.Where(fact => fact.Notice.Type == NoticeType.HukouMoved))
        {
            state = IsAfterDeath(fact, founding, verdict)
                ? Parked(state, fact, matters)
                : Moved(state, Move.Of(fact, founding, communities), matters);
        }

        if (verdict is not null)
        {
            state = Dead(state, founding, verdict);
            matters.AddRange(DeathQuality.MattersOf(facts, verdict));
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

        return new(state, matters);
    }

    private static bool IsAfterDeath(EvidenceFact move, PersonState founding, LifeVerdict? verdict)
    {
        var isDead = verdict is not null || founding.ClosesServiceNeeds;
        var deathDate = verdict?.DeathDate ?? founding.DeathDate;
        return isDead && (deathDate is not { } died || died.IsBefore(move.ValidOn));
    }

    // Registries close their books late: the move neither applies nor is forgotten (M8).
    private static PersonState Parked(PersonState state, EvidenceFact move, List<Matter> matters)
    {
        matters.Add(new(CaseKind.Conflict, MatterReasons.MoveAfterDeath, move.Id));
        return state;
    }

    private static PersonState Moved(PersonState state, Move move, List<Matter> matters)
    {
        var row = MoveTable.RowFor(state, move);
        var next = row.Effect(state, move);
        if (row.Matter is { } reason)
        {
            matters.Add(new(CaseKind.Review, reason, move.Fact.Id));
        }
        else if (next != state && move.Community is null)
        {
            matters.Add(new(
                CaseKind.Review,
                move.Fact.Notice.ToCommunity is null ? MatterReasons.ToCommunityMissing : MatterReasons.ToCommunityUnknown,
                move.Fact.Id));
        }

        return next;
    }

    private static PersonState Dead(PersonState state, PersonState founding, LifeVerdict verdict)
    {
        // A certificate that was gone already stays so; only the life status moves (domain.md 8.3).
        var isGone = founding.CertificateStatus is CertificateStatus.Cancelled or CertificateStatus.TransferredOut;
        return state with
        {
            LifeStatus = verdict.LifeStatus,
            DeathDate = verdict.DeathDate,
            HukouStatus = verdict.HukouStatus ?? state.HukouStatus,
            TransferUnitCode = null,
            CertificateStatus = isGone ? founding.CertificateStatus : verdict.CertificateStatus,
            CertificateStatusReason = isGone ? founding.CertificateStatusReason : verdict.CertificateStatusReason,
        };
    }
}
