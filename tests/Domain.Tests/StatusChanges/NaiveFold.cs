using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>
/// The decision tables once more, written from the page in one plain pass and sharing no code with the fold: what they agree on
/// was read the same way twice.
/// </summary>
internal static class NaiveFold
{
    public static PersonState Of(IReadOnlyList<EvidenceFact> standing, IReadOnlyList<DecisionFact> decisions, DateOnly today) =>
        Of(standing, decisions, today, AFact.Founding, AFact.Communities);

    public static PersonState Of(
        IReadOnlyList<EvidenceFact> standing,
        IReadOnlyList<DecisionFact> decisions,
        DateOnly today,
        PersonState founding,
        KnownCommunities communities)
    {
        long reversed = 0;
        foreach (var decision in decisions)
        {
            if (decision.Effect == DecisionEffect.DeathReversed && decision.Position > reversed)
            {
                reversed = decision.Position;
            }
        }

        var byDate = standing.OrderBy(fact => DayOf(fact)).ThenBy(fact => fact.ReceivedAt).ThenBy(fact => fact.Position).ToList();
        var deaths = byDate.Where(fact => fact.Notice is { Type: NoticeType.HukouCancelled, Reason: HukouReason.Death } && fact.Position >= reversed).ToList();
        var papers = byDate.Where(fact => fact.Notice.Type == NoticeType.DeathCertificate && fact.Position >= reversed).ToList();
        var cremations = byDate.Where(fact => fact.Notice.Type == NoticeType.Cremation && fact.Position >= reversed).ToList();
        var signs = byDate.Where(fact => fact.Notice.Type == NoticeType.IdentityCorrected).ToList();
        var revocations = byDate.Where(fact => fact.Notice.Type == NoticeType.CourtDeclarationRevoked).ToList();
        var declarations = byDate.Where(fact => fact.Notice.Type == NoticeType.CourtDeclaredDead).ToList();
        declarations.RemoveAll(declared => revocations.Exists(revoked => DayOf(revoked) >= DayOf(declared)));
        var reports = papers.Concat(cremations).ToList();

        var life = LifeStatus.Alive;
        DateOnly? died = null;
        if (deaths.Count > 0)
        {
            (life, died) = (LifeStatus.Deceased, DayOf(deaths[0]));
        }
        else if (declarations.Count > 0)
        {
            (life, died) = (LifeStatus.DeclaredDead, DayOf(declarations[0]));
        }
        else if (reports.Count > 0)
        {
            var confirmed = decisions.Any(decision => decision.Effect == DecisionEffect.DeathConfirmed && reports.Exists(report => report.Position < decision.Position));
            var agreed = false;
            foreach (var paper in papers)
            {
                foreach (var cremation in cremations)
                {
                    var days = DayOf(cremation).DayNumber - DayOf(paper).DayNumber;
                    agreed |= days is >= 0 and <= 10;
                }
            }

            var contradicted = (papers.Count > 0 && cremations.Count > 0 && !agreed) ||
                reports.Exists(report => signs.Exists(sign => DayOf(sign) > DayOf(report)));
            life = confirmed || (agreed && !contradicted) ? LifeStatus.Deceased : LifeStatus.DeathReported;
            died = DayOf(papers.Count > 0 ? papers[0] : cremations[0]);
        }

        // No office's silence costs the dead a certificate: it is gone by the death.
        var clocksTo = life is LifeStatus.Deceased or LifeStatus.DeclaredDead && died < today ? died!.Value : today;
        var state = Registered(byDate, decisions, life == LifeStatus.Alive ? null : died, clocksTo, founding, communities);
        var lastName = byDate.FindLast(fact => fact.Notice.Corrected is not null);
        if (lastName is not null)
        {
            state = state with { Identity = state.Identity! with { Name = lastName.Notice.Corrected!.Name! } };
        }

        var said = byDate.FindAll(fact => fact.Notice.Type == NoticeType.SocialReport);
        if (said.Count > 0)
        {
            var place = said.FindLast(fact => fact.Notice.ToCommunity is not null)?.Notice.ToCommunity;
            var isHere = said[^1].Notice.ToCommunity is not null && communities.Find(place!)!.ManagementUnitCode == state.ManagementUnitCode;
            var last = said.FindLast(fact => fact.Notice.ToCommunity is not null) is null ? null : communities.Find(place!);
            state = state with { Residence = new(last is null ? founding.Residence?.Address : last.TownName + last.Name, place ?? founding.Residence?.CommunityCode, DayOf(said[^1]), "", isHere) };
        }

        if (life == LifeStatus.Alive)
        {
            return state;
        }

        var gone = state.CertificateStatus is CertificateStatus.Cancelled or CertificateStatus.TransferredOut;
        var reported = life == LifeStatus.DeathReported;
        return state with
        {
            LifeStatus = life,
            DeathDate = PartialDate.Of(died!.Value),
            HukouStatus = deaths.Count > 0 ? HukouStatus.CancelledDeath : state.HukouStatus,
            TransferUnitCode = reported ? state.TransferUnitCode : null,
            CertificateStatus = gone ? state.CertificateStatus : reported ? CertificateStatus.Frozen : CertificateStatus.Cancelled,
            CertificateStatusReason = gone ? state.CertificateStatusReason
                : reported ? CertificateStatusReason.DeathUnderVerification
                : life == LifeStatus.DeclaredDead ? CertificateStatusReason.DeclaredDead
                : CertificateStatusReason.Death,
        };
    }

    private static PersonState Registered(
        List<EvidenceFact> byDate,
        IReadOnlyList<DecisionFact> decisions,
        DateOnly? died,
        DateOnly today,
        PersonState founding,
        KnownCommunities communities)
    {
        var (division, unit, community) = (founding.HukouDivisionCode, founding.ManagementUnitCode, founding.CommunityCode);
        var (hukouCommunity, transferTo) = (founding.HukouCommunityCode, (string?)null);
        var hukou = HukouStatus.Registered;
        DateOnly? since = founding.HukouSince, waitsSince = null, refusedSince = null;
        bool leaves = false, returns = false, isOut = false, isOnItsWay = false;
        string? refusedBy = null;
        var refusedLeaving = false;
        var answers = decisions.Where(decision => decision.Effect is DecisionEffect.TransferAccepted or DecisionEffect.TransferRejected)
            .OrderBy(decision => decision.Position).ToList();

        foreach (var fact in byDate)
        {
            if (fact.Notice is { Type: NoticeType.HukouCancelled, Reason: not HukouReason.Death })
            {
                hukou = fact.Notice.Reason is null ? HukouStatus.Unknown : HukouStatus.CancelledOther;
            }

            if (fact.Notice.Type != NoticeType.HukouMoved || died < DayOf(fact))
            {
                continue;
            }

            var (to, place) = (fact.Notice.ToDivision!, fact.Notice.ToCommunity);
            var inside = to.StartsWith("5301", StringComparison.Ordinal);
            var receiver = place is null ? to : communities.Find(place)!.ManagementUnitCode;
            if (isOut)
            {
                if (inside)
                {
                    (transferTo, waitsSince, returns, leaves, refusedSince) = (receiver, DayOf(fact), true, false, null);
                }
            }
            else if (to != division || (place is not null && place != hukouCommunity))
            {
                (division, hukouCommunity, since) = (to, place, DayOf(fact));
                (transferTo, waitsSince, leaves, refusedSince) = (null, null, false, null);
                if (!inside)
                {
                    (hukou, leaves, waitsSince, isOnItsWay) = (HukouStatus.MovedOutCity, true, DayOf(fact), true);
                }
                else if (receiver == unit)
                {
                    (hukou, isOnItsWay, community) = (HukouStatus.Registered, false, place ?? community);
                }
                else
                {
                    (hukou, transferTo, waitsSince, isOnItsWay) = (HukouStatus.MovedInCity, receiver, DayOf(fact), true);
                }
            }

            while (true)
            {
                var open = waitsSince is not null;
                var asked = open ? (leaves ? null : transferTo) : refusedBy;
                var from = waitsSince ?? refusedSince;
                var index = from is null ? -1 : answers.FindIndex(answer => answer.UnitCode == asked && answer.DecidedOn >= from &&
                    (open || answer.Effect == DecisionEffect.TransferAccepted));
                if (index < 0)
                {
                    break;
                }

                var accepts = answers[index].Effect == DecisionEffect.TransferAccepted;
                answers.RemoveAt(index);
                var (wasLeaving, wasReturning) = open ? (leaves, returns) : (refusedLeaving, returns);
                isOnItsWay = false;
                if (!accepts)
                {
                    (refusedBy, refusedSince, refusedLeaving) = (asked, waitsSince, leaves);
                    (transferTo, waitsSince, leaves) = (null, null, false);
                    continue;
                }

                (transferTo, waitsSince, leaves, refusedSince) = (null, null, false, null);
                if (wasLeaving)
                {
                    isOut = true;
                    continue;
                }

                if (isOut && wasReturning)
                {
                    (isOut, returns, division, hukouCommunity, since) = (false, false, to, place, DayOf(fact));
                }

                (unit, hukou, community) = (asked!, HukouStatus.Registered, hukouCommunity ?? community);
            }
        }

        var status = isOut ? CertificateStatus.TransferredOut : isOnItsWay ? CertificateStatus.Transferring : CertificateStatus.Active;
        CertificateStatusReason? reason = null;
        var clock = refusedSince ?? (leaves ? waitsSince : null);
        if (!isOut && clock is { } start && start.AddMonths(6) <= today)
        {
            var year = start.AddMonths(12) <= today;
            (status, reason) = year
                ? (CertificateStatus.Cancelled, CertificateStatusReason.TransferOverdue1Y)
                : (CertificateStatus.Frozen, CertificateStatusReason.TransferOverdue6M);
        }

        return founding with
        {
            HukouDivisionCode = division,
            HukouCommunityCode = hukouCommunity,
            HukouSince = since,
            HukouStatus = hukou,
            ManagementUnitCode = unit,
            CommunityCode = community,
            TransferUnitCode = transferTo,
            CertificateStatus = status,
            CertificateStatusReason = reason,
        };
    }

    private static DateOnly DayOf(EvidenceFact fact) => fact.ValidOn.Earliest;
}
