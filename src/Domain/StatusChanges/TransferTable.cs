using Domain.Cases;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>Answers to transfers, and what becomes of a certificate that nobody answers for (domain.md 8.6, M2 to M4).</summary>
internal static class TransferTable
{
    /// <summary>A clock of M4: so many months after the move, this matter and this status.</summary>
    private sealed record Clock(
        int Months, string? Matter, CertificateStatus? Status = null, CertificateStatusReason? Reason = null);

    private static readonly Clock[] Clocks =
    [
        new(5, MatterReasons.TransferOverdueSoon),
        new(6, null, CertificateStatus.Frozen, CertificateStatusReason.TransferOverdue6M),
        new(11, MatterReasons.TransferCancelsSoon),
        new(12, null, CertificateStatus.Cancelled, CertificateStatusReason.TransferOverdue1Y),
    ];

    /// <summary>Takes every answer to the transfer that was given since the move; each answer once.</summary>
    public static Registration Answered(Registration now, List<DecisionFact> answers, Move move)
    {
        while (AnswerTo(now, answers) is { } answer)
        {
            answers.Remove(answer);
            now = answer.Effect == DecisionEffect.TransferAccepted ? Accepted(now, move) : Refused(now);
        }

        return now;
    }

    /// <summary>The certificate on that day, and who has to be warned (M4).</summary>
    public static PersonState Waited(Registration now, DateOnly today, List<Matter> matters)
    {
        var state = now.State;
        if (now.Rejected is { } rejected)
        {
            matters.Add(new(CaseKind.Review, MatterReasons.TransferRejected, rejected.Cause));
        }

        if (now.Overdue is not { } transfer || now.IsGone)
        {
            return state;
        }

        foreach (var clock in Clocks.Where(clock => transfer.Since.AddMonths(clock.Months) <= today))
        {
            if (clock.Matter is { } reason)
            {
                matters.Add(new(CaseKind.Review, reason, transfer.Cause));
            }

            if (clock.Status is { } status && (status == CertificateStatus.Cancelled || IsValid(state.CertificateStatus)))
            {
                state = state with { CertificateStatus = status, CertificateStatusReason = clock.Reason };
            }
        }

        return state;
    }

    private static DecisionFact? AnswerTo(Registration now, List<DecisionFact> answers) =>
        (now.Transfer ?? now.Rejected) is { } transfer
            ? answers.Find(answer =>
                answer.UnitCode == transfer.ToUnit && answer.DecidedOn >= transfer.Since &&
                (now.Transfer is not null || answer.Effect == DecisionEffect.TransferAccepted))
            : null;

    private static Registration Accepted(Registration now, Move move)
    {
        var transfer = (now.Transfer ?? now.Rejected)!;
        var closed = now with { Transfer = null, Rejected = null };
        return transfer switch
        {
            { ToUnit: null } => closed with
            {
                State = now.State with
                {
                    CertificateStatus = now.IsGone ? now.State.CertificateStatus : CertificateStatus.TransferredOut,
                    CertificateStatusReason = now.IsGone ? now.State.CertificateStatusReason : null,
                },
            },
            { FromUnit: null } => closed with
            {
                State = TakenOver(MoveTable.MovedTo(now.State, move), transfer.ToUnit) with { CertificateStatus = CertificateStatus.Active },
                Papers = CertificateStatus.Active,
            },
            _ => closed with
            {
                State = TakenOver(now.State, transfer.ToUnit) with
                {
                    CertificateStatus = now.IsGone ? now.State.CertificateStatus : now.Papers,
                },
            },
        };
    }

    private static PersonState TakenOver(PersonState state, string unit) => state with
    {
        HukouStatus = HukouStatus.Registered,
        ManagementUnitCode = unit,
        CommunityCode = state.HukouCommunityCode ?? state.CommunityCode,
        TransferUnitCode = null,
    };

    // The registration stays where it was moved to; the certificate stays with the old unit (M2).
    private static Registration Refused(Registration now) => now with
    {
        State = now.State with
        {
            TransferUnitCode = null,
            CertificateStatus = now.IsGone ? now.State.CertificateStatus : now.Papers,
        },
        Transfer = null,
        Rejected = now.Transfer,
    };

    private static bool IsValid(CertificateStatus status) =>
        status is CertificateStatus.Active or CertificateStatus.Lost or CertificateStatus.Transferring;
}
