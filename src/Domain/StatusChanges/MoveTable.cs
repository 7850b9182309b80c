using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>A row of the table: where its condition holds, its effect is the next state of the registration.</summary>
/// <param name="Id">Row of domain.md 8.6.</param>
/// <param name="Applies">Whether the row takes this move of a registration in this state.</param>
/// <param name="Effect">The registration after the move.</param>
/// <param name="BringsAddress">Whether the move brings an address, so that a community that is missing is worth a look.</param>
internal sealed record MoveRow(
    string Id,
    Func<Registration, Move, bool> Applies,
    Func<Registration, Move, Registration> Effect,
    bool BringsAddress = true);

/// <summary>The relocation decision table (domain.md 8.6): taken step by step in the order of the moves' dates (M9).</summary>
internal static class MoveTable
{
    public static readonly IReadOnlyList<MoveRow> Rows =
    [
        // Somebody who went with the file to another city and moves on out there is no longer ours to follow.
        new("M5 outside",
            (now, move) => now.State.CertificateStatus == CertificateStatus.TransferredOut && !move.IsInsideCity,
            (now, _) => now,
            BringsAddress: false),

        // A former holder who returns: a transfer in. Nothing else changes before it is accepted.
        new("M5",
            (now, _) => now.State.CertificateStatus == CertificateStatus.TransferredOut,
            (now, move) => now with
            {
                State = now.State with { TransferUnitCode = move.ReceivingUnit },
                Transfer = new(null, move.ReceivingUnit, move.Fact.EffectiveOn, move.Fact.Id),
                Rejected = null,
            }),

        // The same fact once more (8.7): two pieces of evidence, one change.
        new("8.7",
            (now, move) => move.Division == now.State.HukouDivisionCode &&
                (move.Community is null || move.Community.Code == now.State.HukouCommunityCode),
            (now, _) => now),

        new("M3",
            (_, move) => !move.IsInsideCity,
            (now, move) => now with
            {
                State = MovedTo(now.State, move) with
                {
                    HukouStatus = HukouStatus.MovedOutCity,
                    TransferUnitCode = null,
                    CertificateStatus = OnItsWay(now),
                },
                Transfer = now.IsGone ? null : new(now.State.ManagementUnitCode, null, move.Fact.EffectiveOn, move.Fact.Id),
                Rejected = null,
            },
            BringsAddress: false),

        // Within one management unit, or back to it before anybody accepted: no case.
        new("M6",
            (now, move) => move.ReceivingUnit == now.State.ManagementUnitCode,
            (now, move) => now with
            {
                State = MovedTo(now.State, move) with
                {
                    HukouStatus = HukouStatus.Registered,
                    CommunityCode = move.Community?.Code ?? now.State.CommunityCode,
                    TransferUnitCode = null,
                    CertificateStatus = now.IsGone ? now.State.CertificateStatus : now.Papers,
                },
                Transfer = null,
                Rejected = null,
            }),

        // Another unit is responsible from now on, once it accepts.
        new("M1",
            (_, _) => true,
            (now, move) => now with
            {
                State = MovedTo(now.State, move) with
                {
                    HukouStatus = HukouStatus.MovedInCity,
                    TransferUnitCode = move.ReceivingUnit,
                    CertificateStatus = OnItsWay(now),
                },
                Transfer = new(now.State.ManagementUnitCode, move.ReceivingUnit, move.Fact.EffectiveOn, move.Fact.Id),
                Rejected = null,
            }),
    ];

    public static MoveRow RowFor(Registration now, Move move) => Rows.First(row => row.Applies(now, move));

    // The old address is no longer true and the notice does not bring the new one.
    public static PersonState MovedTo(PersonState state, Move move) => state with
    {
        HukouDivisionCode = move.Division,
        HukouCommunityCode = move.Community?.Code,
        HukouAddress = null,
        HukouSince = move.Fact.EffectiveOn,
    };

    // TRANSFERRING is valid for benefits (domain.md 5): a move must not revive a certificate that is frozen, expired or cancelled.
    private static CertificateStatus OnItsWay(Registration now) =>
        now.State.CertificateStatus is CertificateStatus.Active or CertificateStatus.Lost or CertificateStatus.Transferring
            ? CertificateStatus.Transferring
            : now.State.CertificateStatus;
}
