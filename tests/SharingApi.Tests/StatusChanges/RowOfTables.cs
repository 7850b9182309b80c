using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.Shared;

namespace SharingApi.Tests.StatusChanges;

/// <summary>One row of the decision tables (domain.md 8.3 and 8.6) as the notice that leads to it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Client">Who sends such a notice.</param>
/// <param name="Told">What receivers are told where nothing else is known of the person (api.md 4).</param>
/// <param name="Make">Makes the notice of a person who is at home in the community.</param>
internal sealed record RowOfTables(string Id, string Client, string Told, Func<Notice, HomeOfPerson, Notice> Make)
{
    private const string Police = "public-security";

    /// <summary>False where the notice waits for a human, and changes nothing until then.</summary>
    public bool Stands { get; init; } = true;

    public static IReadOnlyList<RowOfTables> All { get; } =
    [
        new("D1", Police, "DEATH_CONFIRMED CERTIFICATE_CANCELLED", (n, _) => Cancelled(n, HukouReason.Death)),
        new("D2", "health", "DEATH_REPORTED CERTIFICATE_FROZEN", (n, _) => n with { Type = NoticeType.DeathCertificate }),
        new("D3", "civil-affairs", "DEATH_REPORTED CERTIFICATE_FROZEN", (n, _) => n with { Type = NoticeType.Cremation }),
        new("D5", "court", "DEATH_DECLARED CERTIFICATE_CANCELLED", (n, _) => n with { Type = NoticeType.CourtDeclaredDead }),
        new("D5 revoked", "court", "", (n, _) => n with { Type = NoticeType.CourtDeclarationRevoked }),
        new("D6", "federation", "", (n, _) => n with { Type = NoticeType.SocialReport, Reports = SocialReportKind.Death }) { Stands = false },
        new("D7", Police, "", (n, _) => Cancelled(n, HukouReason.SettledAbroad)),
        new("D7 without a reason", Police, "", (n, _) => Cancelled(n, null)),
        new("D8", Police, "IDENTITY_CORRECTED", (n, _) => n with { Type = NoticeType.IdentityCorrected, Corrected = new() { Name = n.Subject.Name + "更" } }),
        new("D10", Police, "", (n, _) => Misnamed(Cancelled(n, HukouReason.Death))) { Stands = false },
        new("M1", Police, "RELOCATED TRANSFER_OPENED", (n, home) => Moved(n, home.Elsewhere)),
        new("M3", Police, "RELOCATED TRANSFER_OPENED", (n, _) => n with { Type = NoticeType.HukouMoved, ToDivision = "310101" }),
        new("M6", Police, "RELOCATED", (n, home) => Moved(n, home.Neighbour)),
        new("M7", "federation", "", (n, home) => n with { Type = NoticeType.SocialReport, Reports = SocialReportKind.Move, ToCommunity = home.Elsewhere.Code }),
        new("M10", Police, "RELOCATED TRANSFER_OPENED", (n, home) => Moved(n, home.Zone)),
        new("M11", Police, "", (n, home) => Misnamed(Moved(n, home.Elsewhere))) { Stands = false },
    ];

    /// <summary>The notice as it is sent.</summary>
    public static object Sent(Notice notice) => new
    {
        messageId = notice.MessageId,
        type = ApiName.Of(notice.Type),
        occurredOn = notice.OccurredOn?.Text,
        reason = notice.Reason is { } reason ? ApiName.Of(reason) : null,
        subject = Sent(notice.Subject),
        corrected = notice.Corrected is { } corrected ? Sent(corrected) : null,
        toDivision = notice.ToDivision,
        toCommunity = notice.ToCommunity,
        corrects = notice.Corrects,
        reports = notice.Reports is { } said ? ApiName.Of(said) : null,
    };

    public override string ToString() => Id;

    private static object Sent(NoticeSubject subject) => new { name = subject.Name, idNumber = subject.IdNumber?.Value };

    private static Notice Cancelled(Notice notice, HukouReason? reason) => notice with { Type = NoticeType.HukouCancelled, Reason = reason };

    private static Notice Moved(Notice notice, Community to) =>
        notice with { Type = NoticeType.HukouMoved, ToDivision = to.DivisionCode, ToCommunity = to.Code };

    private static Notice Misnamed(Notice notice) => notice with { Subject = notice.Subject with { Name = "另一人" } };
}

/// <summary>Places as a person sees them.</summary>
/// <param name="Neighbour">Another community of the same unit.</param>
/// <param name="Elsewhere">A community of another county.</param>
/// <param name="Zone">A community that a zone manages.</param>
internal sealed record HomeOfPerson(Community Neighbour, Community Elsewhere, Community Zone)
{
    public static HomeOfPerson Of(Person person, IReadOnlyList<Community> communities) => new(
        communities.First(place => place.Code != person.HukouCommunityCode && place.Code != person.CommunityCode &&
            place.DivisionCode == person.HukouDivisionCode && place.ManagementUnitCode == person.ManagementUnitCode),
        communities.First(place => place.ManagementUnitCode == place.DivisionCode && place.DivisionCode != person.HukouDivisionCode),
        communities.First(place => place.ManagementUnitCode == "KM-JKQ"));
}
