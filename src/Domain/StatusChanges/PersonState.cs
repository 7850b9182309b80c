using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>
/// What the fold says about a person: life, household registration, who is responsible, and the certificate's status.
/// A pure function of the standing evidence, of decisions and of the day to which clocks have run (domain.md 8.1).
/// </summary>
/// <remarks>Founding evidence holds one of these: the state in which a person entered the register.</remarks>
public sealed record PersonState
{
    /// <summary>Who the person is; null where only the rest is asked.</summary>
    public Identity? Identity { get; init; }

    /// <summary>Where the person lives, as far as anybody observed it.</summary>
    public Residence? Residence { get; init; }

    public required LifeStatus LifeStatus { get; init; }

    public PartialDate? DeathDate { get; init; }

    public required string HukouDivisionCode { get; init; }

    public string? HukouCommunityCode { get; init; }

    public string? HukouAddress { get; init; }

    public required HukouStatus HukouStatus { get; init; }

    public DateOnly? HukouSince { get; init; }

    public required string ManagementUnitCode { get; init; }

    public required string CommunityCode { get; init; }

    /// <summary>The receiving unit while a transfer inside the city is open.</summary>
    public string? TransferUnitCode { get; init; }

    public required CertificateStatus CertificateStatus { get; init; }

    public CertificateStatusReason? CertificateStatusReason { get; init; }

    /// <summary>The person in whom this one lives on, where both are one human; null for everybody whom the register shows.</summary>
    public PersonId? MergedIntoId { get; init; }

    /// <summary>Open service needs are closed while the person counts as dead, and only then.</summary>
    public bool ClosesServiceNeeds => LifeStatus is LifeStatus.Deceased or LifeStatus.DeclaredDead;

    /// <summary>Says what it is, never what it contains.</summary>
    public override string ToString() => nameof(PersonState);
}
