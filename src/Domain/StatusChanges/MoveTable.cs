using Domain.Persons;
using Domain.Places;

namespace Domain.StatusChanges;

/// <summary>A move of the household registration, with the places looked up.</summary>
/// <param name="Fact">The evidence of it.</param>
/// <param name="Division">The county moved to.</param>
/// <param name="Community">Null where it was not sent, is not known to us, or lies in another county.</param>
/// <param name="Founding">The state in which the person entered the register.</param>
internal sealed record Move(EvidenceFact Fact, string Division, Community? Community, PersonState Founding)
{
    /// <summary>The community table decides; without a community, the county's own unit, and review (M6, M10).</summary>
    public string ReceivingUnit => Community?.ManagementUnitCode ?? Division;

    public static Move Of(EvidenceFact fact, PersonState founding, KnownCommunities communities)
    {
        var division = fact.Notice.ToDivision!;
        var community = fact.Notice.ToCommunity is { } code ? communities.Find(code) : null;
        return new(fact, division, community?.DivisionCode == division ? community : null, founding);
    }
}

/// <summary>A row of the table: where its condition holds, its effect is the next state.</summary>
/// <param name="Id">Row of domain.md 8.6.</param>
/// <param name="Applies">Whether the row takes this move of a person in this state.</param>
/// <param name="Effect">The state after the move.</param>
/// <param name="Matter">Reason of the review case that the row opens, if any.</param>
internal sealed record MoveRow(
    string Id,
    Func<PersonState, Move, bool> Applies,
    Func<PersonState, Move, PersonState> Effect,
    string? Matter = null);

/// <summary>The relocation decision table (domain.md 8.6): taken step by step in the order of the moves' dates (M9).</summary>
internal static class MoveTable
{
    public static readonly IReadOnlyList<MoveRow> Rows =
    [
        // A former holder who returns: a transfer in, which a reviewer opens.
        new("M5",
            (state, _) => state.CertificateStatus == CertificateStatus.TransferredOut,
            (state, _) => state,
            MatterReasons.ReturnOfFormerHolder),

        // The same fact once more (8.7): two pieces of evidence, one change.
        new("8.7",
            (state, move) => move.Division == state.HukouDivisionCode &&
                (move.Community is null || move.Community.Code == state.HukouCommunityCode),
            (state, _) => state),

        // Within one management unit, or back to it before anybody accepted: no case.
        new("M6",
            (state, move) => move.ReceivingUnit == state.ManagementUnitCode,
            (state, move) => Registered(state, move) with
            {
                HukouStatus = HukouStatus.Registered,
                CommunityCode = move.Community?.Code ?? state.CommunityCode,
                TransferUnitCode = null,
                CertificateStatus = BackFromTransfer(state, move),
            }),

        // Another unit is responsible from now on, once it accepts.
        new("M1",
            (_, _) => true,
            (state, move) => Registered(state, move) with
            {
                HukouStatus = HukouStatus.MovedInCity,
                TransferUnitCode = move.ReceivingUnit,
                CertificateStatus = OnItsWay(state.CertificateStatus),
            }),
    ];

    public static MoveRow RowFor(PersonState state, Move move) => Rows.First(row => row.Applies(state, move));

    // The old address is no longer true and the notice does not bring the new one.
    private static PersonState Registered(PersonState state, Move move) => state with
    {
        HukouDivisionCode = move.Division,
        HukouCommunityCode = move.Community?.Code,
        HukouAddress = null,
        HukouSince = move.Fact.EffectiveOn,
    };

    // TRANSFERRING is valid for benefits (domain.md 5): a move must not revive a certificate that is frozen, expired or cancelled.
    private static CertificateStatus OnItsWay(CertificateStatus status) =>
        status is CertificateStatus.Active or CertificateStatus.Lost ? CertificateStatus.Transferring : status;

    private static CertificateStatus BackFromTransfer(PersonState state, Move move) =>
        state.CertificateStatus != CertificateStatus.Transferring ? state.CertificateStatus
        : move.Founding.CertificateStatus == CertificateStatus.Transferring ? CertificateStatus.Active
        : move.Founding.CertificateStatus;
}
