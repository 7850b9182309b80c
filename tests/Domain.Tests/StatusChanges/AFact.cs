using System.Globalization;
using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>A holder of Wuhua, and evidence about them as the departments send it.</summary>
internal static class AFact
{
    /// <summary>The day on which everything is received unless a test says otherwise.</summary>
    public static readonly DateOnly Received = new(2026, 7, 1);

    public static readonly DateOnly ValidUntil = new(2030, 1, 1);

    public static readonly PersonState Founding = new()
    {
        Identity = new(IdNumber.FromStore("530199197602290010"), "阿依", Sex.Male, PartialDate.FromStore("1976-02-29")),
        LifeStatus = LifeStatus.Alive,
        HukouDivisionCode = "530102",
        HukouCommunityCode = "530102001001",
        HukouStatus = HukouStatus.Registered,
        ManagementUnitCode = "530102",
        CommunityCode = "530102001001",
        CertificateStatus = CertificateStatus.Active,
    };

    public static readonly KnownCommunities Communities = new(
    [
        Place("530102001001", "530102"), Place("530102002001", "530102"), Place("530128001001", "530128"),
        Place("530111001001", "KM-JKQ"),
    ]);

    public static EvidenceFact HukouDeath(long position, string on) =>
        Of(position, NoticeType.HukouCancelled, on, notice => notice with { Reason = HukouReason.Death });

    public static EvidenceFact HukouCancelled(long position, string on, HukouReason? reason) =>
        Of(position, NoticeType.HukouCancelled, on, notice => notice with { Reason = reason });

    public static EvidenceFact DeathCertificate(long position, string on) => Of(position, NoticeType.DeathCertificate, on);

    public static EvidenceFact Cremation(long position, string on) => Of(position, NoticeType.Cremation, on);

    public static EvidenceFact DeclaredDead(long position, string on) => Of(position, NoticeType.CourtDeclaredDead, on);

    public static EvidenceFact DeclarationRevoked(long position, string on) => Of(position, NoticeType.CourtDeclarationRevoked, on);

    public static EvidenceFact IdentityCorrected(long position, string on) => Of(position, NoticeType.IdentityCorrected, on);

    /// <summary>The name of a holder was wrong; each day has another right one.</summary>
    public static EvidenceFact Renamed(long position, string on) => Of(
        position, NoticeType.IdentityCorrected, on, notice => notice with { Corrected = new() { Name = $"阿依{on}" } });

    public static EvidenceFact SaysMoved(long position, string on) => SaysMoved(position, on, null);

    public static EvidenceFact SaysMoved(long position, string on, string? community) => Of(
        position, NoticeType.SocialReport, on, notice => notice with { Reports = SocialReportKind.Move, ToCommunity = community });

    public static EvidenceFact Moved(long position, string on, string division, string? community = null) => Of(
        position, NoticeType.HukouMoved, on, notice => notice with { ToDivision = division, ToCommunity = community });

    public static Folded Folded(params EvidenceFact[] facts) => Folded(facts, []);

    public static Folded Folded(IEnumerable<EvidenceFact> facts, IEnumerable<DecisionFact> decisions, string today = "2026-07-01", PersonState? founding = null) =>
        Fold.Of(new Dossier(founding ?? Founding, [.. facts], [.. decisions], ValidUntil), Communities, Day(today));

    /// <summary>What receivers are told of the step, as type and day.</summary>
    public static IEnumerable<string> Told(Folded before, Folded after, Cause cause) =>
        Facts.Between(before, after, cause).Select(draft => Domain.Shared.ApiName.Of(draft.Type));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static EvidenceFact Of(long position, NoticeType type, string on, Func<Notice, Notice>? with = null)
    {
        var notice = new Notice { MessageId = on, Type = type, OccurredOn = PartialDate.FromStore(on), Subject = new() };
        return new()
        {
            Id = new(new Guid((int)position, 0, 0, new byte[8])),
            Position = position,
            Rank = 0,
            ReceivedAt = Domain.Shared.Shanghai.MidnightOf(Received).AddHours(position % 12),
            Notice = with?.Invoke(notice) ?? notice,
        };
    }

    private static Community Place(string code, string unit) => new()
    {
        Code = code,
        Name = code,
        TownName = code,
        DivisionCode = code[..6],
        ManagementUnitCode = unit,
    };
}
