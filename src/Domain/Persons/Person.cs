using Domain.Places;
using Domain.StatusChanges;

namespace Domain.Persons;

/// <summary>A holder of a disability certificate, as the standing evidence describes them today.</summary>
/// <remarks>
/// Identity and contact are what the register was founded on. Life, household registration, responsibility and certificate
/// are the stored result of the fold (<c>Domain.StatusChanges</c>): nobody sets them one by one.
/// </remarks>
public sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>The stored result of the fold; see <see cref="Become"/>.</summary>
    public required PersonState State
    {
        get => new()
        {
            Identity = new(IdNumber, Name, Sex, BirthDate),
            Residence = new(ResidenceAddress, ResidenceCommunityCode, ResidenceObservedAt, ResidenceSource, ResidenceIsHere),
            LifeStatus = LifeStatus,
            DeathDate = DeathDate,
            HukouDivisionCode = HukouDivisionCode,
            HukouCommunityCode = HukouCommunityCode,
            HukouAddress = HukouAddress,
            HukouStatus = HukouStatus,
            HukouSince = HukouSince,
            ManagementUnitCode = ManagementUnitCode,
            CommunityCode = CommunityCode,
            TransferUnitCode = TransferUnitCode,
            CertificateStatus = CertificateStatus,
            CertificateStatusReason = CertificateStatusReason,
            MergedIntoId = MergedIntoId,
        };
        init => Store(value);
    }

    // Who.

    /// <summary>Citizen ID number, encrypted at rest. Two persons may share one (重号).</summary>
    public required IdNumber IdNumber { get; set; }

    /// <summary>Keyed digest of <see cref="IdNumber"/> for equality look-ups; not unique.</summary>
    public required byte[] IdNumberIndex { get; set; }

    /// <summary>The name as its source sent it, Unicode NFC, at most 100 code points.</summary>
    public required string Name { get; set; }

    /// <summary>The name folded for matching (domain.md 3.3). Never shown.</summary>
    public required string FoldedName { get; set; }

    public required Sex Sex { get; set; }

    public required PartialDate BirthDate { get; set; }

    public string? Ethnicity { get; set; }

    /// <summary>Keyed digest of folded name, birth date and hukou community: the weak key of domain.md 8.2.</summary>
    public required byte[] WeakIndex { get; set; }

    // Household registration (户口): stored result of the fold.

    /// <summary>Statutory six-digit division code (GB/T 2260).</summary>
    public string HukouDivisionCode { get; private set; } = null!;

    /// <summary>Twelve-digit code of the community, where known to us.</summary>
    public string? HukouCommunityCode { get; private set; }

    public string? HukouAddress { get; private set; }

    public HukouStatus HukouStatus { get; private set; }

    /// <summary>Day of the last move of the registration; a death does not change it.</summary>
    public DateOnly? HukouSince { get; private set; }

    // Where the person really lives: self-declared or observed.

    public string? ResidenceAddress { get; set; }

    public string? ResidenceCommunityCode { get; set; }

    public DateOnly? ResidenceObservedAt { get; set; }

    /// <summary>Who observed the residence: the client's name.</summary>
    public string? ResidenceSource { get; set; }

    /// <summary>False where the person was reported to have left, so that the residence is the last place known (domain.md 8.6, M7).</summary>
    public bool ResidenceIsHere { get; set; } = true;

    // Who works for the person: stored result of the fold.

    /// <summary>One of the sixteen management units; the row scope of county federations goes by it.</summary>
    public string ManagementUnitCode { get; private set; } = null!;

    public string CommunityCode { get; private set; } = null!;

    /// <summary>While a transfer inside the city is open: the receiving unit, which then sees the person too.</summary>
    public string? TransferUnitCode { get; private set; }

    // How to reach the person.

    /// <summary>Phone number, encrypted at rest.</summary>
    public string? Phone { get; set; }

    public byte[]? PhoneIndex { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianRelation { get; set; }

    /// <summary>Phone number of the guardian, encrypted at rest.</summary>
    public string? GuardianPhone { get; set; }

    // Life: stored result of the fold.

    public LifeStatus LifeStatus { get; private set; }

    public PartialDate? DeathDate { get; private set; }

    // The certificate; status and reason are a stored result of the fold.

    public required DisabilityCategory CertificateCategory { get; set; }

    /// <summary>1, most severe, to 4.</summary>
    public required int CertificateLevel { get; set; }

    /// <summary>For category multiple: at least two components as <c>category:level</c>, comma-separated, ordered.</summary>
    public string? CertificateComponents { get; set; }

    public required DateOnly CertificateIssuedOn { get; set; }

    public required DateOnly CertificateValidUntil { get; set; }

    public CertificateStatus CertificateStatus { get; private set; }

    public CertificateStatusReason? CertificateStatusReason { get; private set; }

    /// <summary>How often the certificate was replaced after a loss: the n of the suffix <c>Bn</c>, 0 for none.</summary>
    public int CertificateReplacements { get; set; }

    public bool? IsOnSubsistenceAllowance { get; set; }

    // The fold.

    /// <summary>Set where the person was registered twice and lives on in another one: stored result of the fold. Shown to nobody.</summary>
    public PersonId? MergedIntoId { get; private set; }

    /// <summary>Identity and residence as they were first recorded, encrypted; null while no evidence has changed them.</summary>
    public byte[]? Recorded { get; set; }

    /// <summary>The day to which clocks have run for this person.</summary>
    public required DateOnly FoldedTo { get; set; }

    /// <summary>Concurrency token, counted up by every change.</summary>
    public int Version { get; private set; } = 1;

    // Navigations for joins.

    public Community? Community { get; init; }

    public Community? HukouCommunity { get; init; }

    public Community? ResidenceCommunity { get; init; }

    /// <summary>Stores what the fold says of the person, with clocks run to <paramref name="foldedTo"/>.</summary>
    public void Become(PersonState state, DateOnly foldedTo)
    {
        Store(state);
        FoldedTo = foldedTo;
        Version++;
    }

    private void Store(PersonState state)
    {
        if (state.Identity is { } identity)
        {
            (IdNumber, Name, Sex, BirthDate) = (identity.IdNumber, identity.Name, identity.Sex, identity.BirthDate);
            FoldedName = PersonName.Fold(Name);
        }

        if (state.Residence is { } residence)
        {
            (ResidenceAddress, ResidenceCommunityCode) = (residence.Address, residence.CommunityCode);
            (ResidenceObservedAt, ResidenceSource, ResidenceIsHere) = (residence.ObservedOn, residence.Source, residence.IsHere);
        }

        LifeStatus = state.LifeStatus;
        DeathDate = state.DeathDate;
        HukouDivisionCode = state.HukouDivisionCode;
        HukouCommunityCode = state.HukouCommunityCode;
        HukouAddress = state.HukouAddress;
        HukouStatus = state.HukouStatus;
        HukouSince = state.HukouSince;
        ManagementUnitCode = state.ManagementUnitCode;
        CommunityCode = state.CommunityCode;
        TransferUnitCode = state.TransferUnitCode;
        CertificateStatus = state.CertificateStatus;
        CertificateStatusReason = state.CertificateStatusReason;
        MergedIntoId = state.MergedIntoId;
    }
}

/// <summary>A subsidy that the person receives or received; reported by civil affairs.</summary>
public sealed class Subsidy
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required SubsidyKind Kind { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }
}

/// <summary>An ID number or name that the person had before; indexed, so that an old number still finds the person.</summary>
public sealed class FormerIdentity
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required IdNumber IdNumber { get; init; }

    public required byte[] IdNumberIndex { get; init; }

    public required string FoldedName { get; init; }

    public required DateOnly ValidUntil { get; init; }
}
