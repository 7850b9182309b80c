using BenchmarkDotNet.Attributes;
using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.StatusChanges;

namespace Micro;

/// <summary>Folding one person: what every applied notice does once, and <c>verify</c> for everybody.</summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private static readonly PersonState Founding = new()
    {
        LifeStatus = LifeStatus.Alive,
        HukouDivisionCode = "530102",
        HukouCommunityCode = "530102001001",
        HukouStatus = HukouStatus.Registered,
        ManagementUnitCode = "530102",
        CommunityCode = "530102001001",
        CertificateStatus = CertificateStatus.Active,
    };

    private static readonly KnownCommunities Communities = new(
    [
        new Community
        {
            Code = "530128001001",
            Name = "社区",
            TownName = "镇",
            DivisionCode = "530128",
            ManagementUnitCode = "530128",
        },
    ]);

    private static readonly EvidenceFact[] MoveAndDeath =
    [
        Fact(2, new Notice
        {
            MessageId = "2",
            Type = NoticeType.HukouCancelled,
            OccurredOn = PartialDate.FromStore("2026-06-20"),
            Reason = HukouReason.Death,
            Subject = new NoticeSubject(),
        }),
        Fact(1, new Notice
        {
            MessageId = "1",
            Type = NoticeType.HukouMoved,
            OccurredOn = PartialDate.FromStore("2026-05-01"),
            Subject = new NoticeSubject(),
            FromDivision = "530102",
            ToDivision = "530128",
            ToCommunity = "530128001001",
        }),
    ];

    [Benchmark]
    public Folded NothingStands() => Fold.Of(Founding, [], Communities);

    [Benchmark]
    public Folded AMoveAndADeath() => Fold.Of(Founding, MoveAndDeath, Communities);

    private static EvidenceFact Fact(long position, Notice notice) => new()
    {
        Id = new EvidenceId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(position))),
        Position = position,
        Rank = 1,
        ReceivedAt = new DateTimeOffset(2026, 6, 21, 8, 0, 0, TimeSpan.Zero).AddSeconds(position),
        Notice = notice,
    };
}
