using Domain.Persons;

namespace Domain.StatusChanges;

/// <summary>A status change before it has an id: what receivers will be told.</summary>
/// <param name="Type">What changed.</param>
/// <param name="OccurredOn">Day of the fact, or of its effect.</param>
/// <param name="FromDivisionCode">For moves: the old division.</param>
/// <param name="ToDivisionCode">For moves: the new division.</param>
/// <param name="ReplacesDeath">True where it supersedes the last change of a death that receivers were told.</param>
public sealed record StatusChangeDraft(
    StatusChangeType Type,
    PartialDate? OccurredOn,
    string? FromDivisionCode = null,
    string? ToDivisionCode = null,
    bool ReplacesDeath = false);

/// <summary>What changed between two states of a person, in the order in which receivers are told (api.md 4).</summary>
public static class Facts
{
    private sealed record Row(
        Func<PersonState, PersonState, bool> Holds,
        Func<PersonState, PersonState, EvidenceFact, StatusChangeDraft> Draft);

    private static readonly Row[] Rows =
    [
        new((before, after) => after.LifeStatus == LifeStatus.Deceased && before.LifeStatus != LifeStatus.Deceased,
            (before, after, _) => new(
                StatusChangeType.DeathConfirmed,
                after.DeathDate,
                ReplacesDeath: before.LifeStatus != LifeStatus.Alive)),

        new((before, after) => after.LifeStatus == before.LifeStatus && after.DeathDate != before.DeathDate,
            (_, after, _) => new(StatusChangeType.DeathCorrected, after.DeathDate, ReplacesDeath: true)),

        new((before, after) => IsNew(before, after, CertificateStatus.Cancelled),
            (_, after, cause) => new(StatusChangeType.CertificateCancelled, DayOfCancelling(after, cause))),

        new((before, after) => before.HukouDivisionCode != after.HukouDivisionCode ||
                before.HukouCommunityCode != after.HukouCommunityCode,
            (before, after, cause) => new(
                StatusChangeType.Relocated,
                DayOfMove(after, cause),
                before.HukouDivisionCode,
                after.HukouDivisionCode)),

        new((before, after) => after.TransferUnitCode is not null && after.TransferUnitCode != before.TransferUnitCode,
            (before, after, cause) => new(
                StatusChangeType.TransferOpened,
                DayOfMove(after, cause),
                before.HukouDivisionCode,
                after.HukouDivisionCode)),
    ];

    /// <param name="before">The state that was published.</param>
    /// <param name="after">The state that the evidence gives now.</param>
    /// <param name="cause">The evidence whose arrival made the difference.</param>
    public static IReadOnlyList<StatusChangeDraft> Between(PersonState before, PersonState after, EvidenceFact cause) =>
        [.. Rows.Where(row => row.Holds(before, after)).Select(row => row.Draft(before, after, cause))];

    private static bool IsNew(PersonState before, PersonState after, CertificateStatus status) =>
        after.CertificateStatus == status && before.CertificateStatus != status;

    /// <summary>The whole death date; where it is partial, the day on which we heard of it (domain.md 8.3).</summary>
    private static PartialDate DayOfCancelling(PersonState after, EvidenceFact cause) =>
        after.DeathDate is { Precision: DatePrecision.Day } died ? died : PartialDate.Of(cause.ReceivedOn);

    private static PartialDate? DayOfMove(PersonState after, EvidenceFact cause) =>
        cause.Notice.ToDivision == after.HukouDivisionCode ? cause.ValidOn
        : after.HukouSince is { } since ? PartialDate.Of(since)
        : null;
}
