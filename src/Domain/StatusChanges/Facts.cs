using Domain.Notices;
using Domain.Persons;
using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>What changed between two states of a person, in the order in which receivers are told (api.md 4).</summary>
public static class Facts
{
    private const int ExpiringWithinDays = 90;

    private sealed record Row(Func<Difference, bool> Holds, Func<Difference, StatusChangeDraft> Draft);

    private static readonly Row[] Rows =
    [
        // Told of the person who is kept, and before whatever the evidence of both makes of them.
        new(d => d.Cause.Decision?.Effect == DecisionEffect.PersonsMerged, d => new(StatusChangeType.PersonsMerged, On(d))),

        new(d => d.Cause.Decision?.Effect == DecisionEffect.PersonsSplit,
            d => new(StatusChangeType.PersonsSplit, On(d)) { Link = ChangeLink.ReversesMerger }),

        // Life. What falls back to a report is taken back first and then reported.
        new(d => d.After.LifeStatus == LifeStatus.Alive ? d.Before.LifeStatus != LifeStatus.Alive : d.FallsBackToReport,
            d => new(StatusChangeType.DeathReversed, On(d)) { Link = ChangeLink.ReversesDeath }),

        new(d => d.FallsBackToReport && d.Before.CertificateStatus == CertificateStatus.Cancelled &&
                d.After.CertificateStatus == CertificateStatus.Frozen,
            d => new(StatusChangeType.CertificateReinstated, On(d)) { Link = ChangeLink.ReversesCancellation }),

        new(d => d.BecomesLife(LifeStatus.DeathReported),
            d => new(StatusChangeType.DeathReported, d.After.DeathDate)),

        new(d => d.BecomesLife(LifeStatus.Deceased) && d.Before.LifeStatus != LifeStatus.DeclaredDead,
            d => new(StatusChangeType.DeathConfirmed, d.After.DeathDate) { Link = LinkOfDeath(d) }),

        new(d => d.BecomesLife(LifeStatus.DeclaredDead),
            d => new(StatusChangeType.DeathDeclared, d.After.DeathDate) { Link = LinkOfDeath(d) }),

        // A real death proved after a declaration is sent as a correction (D5).
        new(d => d.After.LifeStatus != LifeStatus.Alive && d.Before.LifeStatus != LifeStatus.Alive && !d.FallsBackToReport &&
                (d.After.LifeStatus == d.Before.LifeStatus
                    ? d.After.DeathDate != d.Before.DeathDate
                    : d is { Before.LifeStatus: LifeStatus.DeclaredDead, After.LifeStatus: LifeStatus.Deceased }),
            d => new(StatusChangeType.DeathCorrected, d.After.DeathDate) { Link = ChangeLink.ReplacesDeath }),

        // The values are not told: whoever may see them reads them.
        new(d => d.Before.Identity != d.After.Identity, IdentityChanged),

        // Moves.
        new(d => d.Before.HukouDivisionCode != d.After.HukouDivisionCode || d.Before.HukouCommunityCode != d.After.HukouCommunityCode,
            d => OfMove(d, StatusChangeType.Relocated)),

        new(d => d.Cause.Decision?.Effect == DecisionEffect.TransferAccepted, d => Answered(d, StatusChangeType.TransferAccepted)),

        new(d => d.Cause.Decision?.Effect == DecisionEffect.TransferRejected, d => Answered(d, StatusChangeType.TransferRejected)),

        new(d => d.OpensTransfer, d => OfMove(d, StatusChangeType.TransferOpened)),

        new(d => d.After.CertificateStatusReason == CertificateStatusReason.TransferOverdue6M &&
                d.Before.CertificateStatusReason != CertificateStatusReason.TransferOverdue6M,
            d => Answered(d, StatusChangeType.TransferOverdue)),

        // The certificate.
        new(d => d.BecomesCertificate(CertificateStatus.Frozen),
            d => new(StatusChangeType.CertificateFrozen, DayOfEffect(d))),

        new(d => d.BecomesCertificate(CertificateStatus.Cancelled),
            d => new(StatusChangeType.CertificateCancelled, DayOfEffect(d))),

        new(d => d.Before.CertificateStatus == CertificateStatus.Frozen && !d.IsCertificateHeld,
            d => new(StatusChangeType.CertificateUnfrozen, On(d)) { Link = ChangeLink.ReversesFreeze }),

        new(d => d.Before.CertificateStatus == CertificateStatus.Cancelled && !d.IsCertificateHeld,
            d => new(StatusChangeType.CertificateReinstated, On(d)) { Link = ChangeLink.ReversesCancellation }),
    ];

    /// <param name="before">What was published.</param>
    /// <param name="after">What the evidence, the decisions and the day give now.</param>
    /// <param name="cause">What made the difference.</param>
    public static IReadOnlyList<StatusChangeDraft> Between(Folded before, Folded after, Cause cause)
    {
        var difference = new Difference(before, after, cause);
        return [.. Rows.Where(row => row.Holds(difference)).Select(row => row.Draft(difference))];
    }

    /// <summary>The notice that a certificate's validity ends within 90 days, on the day on which the clock passes that mark.</summary>
    public static IReadOnlyList<StatusChangeDraft> OfExpiry(PersonState after, DateOnly validUntil, DateOnly clockFrom, DateOnly clockTo)
    {
        var mark = validUntil.AddDays(-ExpiringWithinDays);
        return after.CertificateStatus is CertificateStatus.Active or CertificateStatus.Transferring && clockFrom < mark && mark <= clockTo
            ? [new(StatusChangeType.CertificateExpiring, PartialDate.Of(validUntil))]
            : [];
    }

    private sealed record Difference(Folded FoldedBefore, Folded FoldedAfter, Cause Cause)
    {
        public PersonState Before => FoldedBefore.State;

        public PersonState After => FoldedAfter.State;

        public bool FallsBackToReport => Before.ClosesServiceNeeds && After.LifeStatus == LifeStatus.DeathReported;

        /// <summary>A former holder's return opens a case, and tells nobody (M5).</summary>
        public bool OpensTransfer =>
            FoldedAfter.Transfer is { FromUnit: not null } transfer &&
            (FoldedBefore.Transfer is not { } earlier || earlier.ToUnit != transfer.ToUnit);

        /// <summary>Frozen or cancelled: what other rows tell of.</summary>
        public bool IsCertificateHeld => After.CertificateStatus is CertificateStatus.Frozen or CertificateStatus.Cancelled;

        public bool BecomesLife(LifeStatus status) => After.LifeStatus == status && Before.LifeStatus != status;

        public bool BecomesCertificate(CertificateStatus status) =>
            After.CertificateStatus == status && Before.CertificateStatus != status;
    }

    private static StatusChangeDraft IdentityChanged(Difference difference) =>
        difference.Cause is { Evidence: { Notice.Type: NoticeType.IdentityCorrected } fact, IsUndoing: var isUndoing }
            ? new(StatusChangeType.IdentityCorrected, isUndoing ? On(difference) : fact.ValidOn)
            {
                Link = isUndoing ? ChangeLink.ReversesIdentity : ChangeLink.None,
            }
            : new(StatusChangeType.IdentityCorrected, On(difference));

    private static ChangeLink LinkOfDeath(Difference difference) =>
        difference.Before.LifeStatus == LifeStatus.Alive ? ChangeLink.None : ChangeLink.ReplacesDeath;

    private static PartialDate On(Difference difference) => PartialDate.Of(difference.Cause.On);

    /// <summary>By a death: the whole death date; where it is partial, the day on which we heard of it (domain.md 8.3).</summary>
    private static PartialDate DayOfEffect(Difference difference) =>
        difference.After is { LifeStatus: not LifeStatus.Alive, DeathDate: { Precision: DatePrecision.Day } died } ? died : On(difference);

    private static StatusChangeDraft OfMove(Difference difference, StatusChangeType type) =>
        new(type, DayOfMove(difference), difference.Before.HukouDivisionCode, difference.After.HukouDivisionCode);

    private static PartialDate? DayOfMove(Difference difference) =>
        difference.Cause is { IsUndoing: false, Evidence: { } evidence } && evidence.Notice.ToDivision == difference.After.HukouDivisionCode
            ? evidence.ValidOn
            : difference.After.HukouSince is { } since ? PartialDate.Of(since)
            : null;

    /// <summary>From the county of the unit that gives up, where it is one, to where the registration is.</summary>
    private static StatusChangeDraft Answered(Difference difference, StatusChangeType type) => new(
        type,
        On(difference),
        ManagementUnits.Find(difference.Before.ManagementUnitCode)?.DivisionCode,
        difference.After.HukouDivisionCode);
}
