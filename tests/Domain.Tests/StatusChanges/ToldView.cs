using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>A receiver that knows of a person only what it is told.</summary>
internal sealed class ToldView
{
    private LifeStatus _life = LifeStatus.Alive;
    private CertificateStatus? _held;
    private Identity? _identity = AFact.Founding.Identity;
    private string _division = AFact.Founding.HukouDivisionCode;

    /// <summary>Takes what it is told; of an identity it is told that it changed, and reads it.</summary>
    public void Hear(IEnumerable<StatusChangeDraft> changes, PersonState toRead)
    {
        foreach (var change in changes)
        {
            _identity = change.Type == StatusChangeType.IdentityCorrected ? toRead.Identity : _identity;
            Hear(change);
        }
    }

    /// <summary>Whether it believes what is so: dead or reported or alive, the certificate held and how, the division, the name.</summary>
    public bool Agrees(PersonState state) =>
        _life == (state.LifeStatus == LifeStatus.DeclaredDead ? LifeStatus.Deceased : state.LifeStatus) &&
        _held == (state.CertificateStatus is CertificateStatus.Frozen or CertificateStatus.Cancelled ? state.CertificateStatus : null) &&
        _division == state.HukouDivisionCode &&
        _identity == state.Identity;

    private void Hear(StatusChangeDraft change)
    {
        switch (change.Type)
        {
            case StatusChangeType.DeathReported:
                _life = LifeStatus.DeathReported;
                break;
            case StatusChangeType.DeathConfirmed or StatusChangeType.DeathDeclared:
                _life = LifeStatus.Deceased;
                break;
            case StatusChangeType.DeathReversed:
                _life = LifeStatus.Alive;
                break;
            case StatusChangeType.CertificateFrozen:
                _held = CertificateStatus.Frozen;
                break;
            case StatusChangeType.CertificateCancelled:
                _held = CertificateStatus.Cancelled;
                break;
            case StatusChangeType.CertificateUnfrozen or StatusChangeType.CertificateReinstated:
                _held = null;
                break;
            case StatusChangeType.Relocated:
                _division = change.ToDivisionCode!;
                break;
            default:
                break;
        }
    }
}
