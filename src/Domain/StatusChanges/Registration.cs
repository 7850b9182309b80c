using Domain.Notices;
using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>A transfer of responsibility that waits for an answer.</summary>
/// <param name="FromUnit">The unit that gives the person up; null where that lies outside the city.</param>
/// <param name="ToUnit">The unit that is to take the person over; null where that lies outside the city.</param>
/// <param name="Since">Day of the move: the clocks of M4 run from it.</param>
/// <param name="Cause">The evidence of the move.</param>
public sealed record OpenTransfer(string? FromUnit, string? ToUnit, DateOnly Since, EvidenceId Cause);

/// <summary>A registration on its way through its moves: the state so far, and the transfer that it waits for.</summary>
/// <param name="State">The state after the moves and decisions taken so far.</param>
/// <param name="Papers">The certificate's status outside any transfer: what it goes back to.</param>
/// <param name="Transfer">The transfer that waits for an answer.</param>
/// <param name="Rejected">The transfer that was refused and may still be accepted.</param>
internal sealed record Registration(PersonState State, CertificateStatus Papers, OpenTransfer? Transfer, OpenTransfer? Rejected)
{
    public static Registration Of(PersonState founding) => new(
        founding,
        founding.CertificateStatus == CertificateStatus.Transferring ? CertificateStatus.Active : founding.CertificateStatus,
        null,
        null);

    /// <summary>The transfer whose clocks run (M4): refused inside the city, or on its way out of it. No unit's silence counts.</summary>
    public OpenTransfer? Overdue => Rejected ?? (Transfer is { ToUnit: null } leaving ? leaving : null);

    public bool IsGone => State.CertificateStatus is CertificateStatus.Cancelled or CertificateStatus.TransferredOut;
}
