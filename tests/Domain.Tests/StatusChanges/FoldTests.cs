using CsCheck;
using Domain.Notices;
using Domain.Persons;
using Domain.Places;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

public sealed class FoldTests
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
        Place("530102001001", "530102"), Place("530102002001", "530102"), Place("530128001001", "530128"),
        Place("530111001001", "KM-JKQ"),
    ]);

    [Theory]
    [InlineData(CertificateStatus.Active, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Expired, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Frozen, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Cancelled, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.TransferredOut, CertificateStatus.TransferredOut)]
    public void D1_cancels_the_certificate_unless_it_was_gone(CertificateStatus before, CertificateStatus after)
    {
        var founding = Founding with { CertificateStatus = before };

        var (state, _) = Fold.Of(founding, [Death(1, "2026-06-20")], Communities);

        Assert.Equal((LifeStatus.Deceased, after), (state.LifeStatus, state.CertificateStatus));
    }

    [Theory]
    [InlineData("530128", "530128001001", "530128", HukouStatus.MovedInCity)]
    [InlineData("530128", null, "530128", HukouStatus.MovedInCity)]
    [InlineData("530111", "530111001001", "KM-JKQ", HukouStatus.MovedInCity)]
    [InlineData("530102", "530102002001", null, HukouStatus.Registered)]
    public void M1_and_M6_follow_the_management_unit_of_the_community(
        string division, string? community, string? transferTo, HukouStatus status)
    {
        var (state, _) = Fold.Of(Founding, [Moved(1, "2026-06-01", division, community)], Communities);

        Assert.Equal((division, transferTo, status), (state.HukouDivisionCode, state.TransferUnitCode, state.HukouStatus));
        Assert.Equal("530102", state.ManagementUnitCode);
    }

    [Theory]
    [InlineData(CertificateStatus.Active, CertificateStatus.Transferring)]
    [InlineData(CertificateStatus.Lost, CertificateStatus.Transferring)]
    [InlineData(CertificateStatus.Frozen, CertificateStatus.Frozen)]
    [InlineData(CertificateStatus.Expired, CertificateStatus.Expired)]
    [InlineData(CertificateStatus.Cancelled, CertificateStatus.Cancelled)]
    public void A_move_never_revives_a_certificate(CertificateStatus before, CertificateStatus after) => Assert.Equal(
        after,
        Fold.Of(Founding with { CertificateStatus = before }, [Moved(1, "2026-06-01", "530128", null)], Communities)
            .State.CertificateStatus);

    [Fact]
    public void Back_before_anybody_accepted_everything_is_as_it_was_but_for_the_day_and_the_address()
    {
        var (state, _) = Fold.Of(
            Founding,
            [Moved(1, "2026-06-01", "530128", null), Moved(2, "2026-06-08", "530102", "530102001001")],
            Communities);

        Assert.Equal(Founding with { HukouSince = new(2026, 6, 8) }, state);
    }

    [Fact]
    public void A_move_dated_after_the_death_is_parked_as_a_conflict()
    {
        var (state, matters) = Fold.Of(
            Founding, [Death(1, "2026-06-01"), Moved(2, "2026-06-08", "530128", "530128001001")], Communities);

        Assert.Equal("530102", state.HukouDivisionCode);
        Assert.Equal(MatterReasons.MoveAfterDeath, Assert.Single(matters).Reason);
    }

    [Fact]
    public void A_death_and_a_move_are_told_in_the_order_of_the_contract()
    {
        var death = Death(1, "2026-06");
        var move = Moved(1, "2026-06-01", "530128", null);

        Assert.Equal(
            [(StatusChangeType.DeathConfirmed, "2026-06"), (StatusChangeType.CertificateCancelled, "2026-07-01")],
            Told(death));
        Assert.Equal(
            [(StatusChangeType.Relocated, "2026-06-01"), (StatusChangeType.TransferOpened, "2026-06-01")],
            Told(move));
        Assert.Empty(Facts.Between(
            Fold.Of(Founding, [death], Communities).State,
            Fold.Of(Founding, [death, Death(2, "2026-06")], Communities).State,
            Death(2, "2026-06")));
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter_where_valid_times_differ() => Histories.Sample(facts =>
    {
        var inOrder = Fold.Of(Founding, Arriving(facts), Communities).State;
        var turned = Fold.Of(Founding, Arriving([.. facts.Reverse()]), Communities).State;

        return inOrder == turned;
    });

    [Fact]
    public void Taking_evidence_away_gives_the_state_before_it_came() => Histories.Sample(facts =>
    {
        var standing = Arriving(facts).ToList();
        var before = Fold.Of(Founding, standing.Skip(1), Communities).State;
        _ = Fold.Of(Founding, standing, Communities);
        standing.RemoveAt(0);

        return Fold.Of(Founding, standing, Communities).State == before;
    });

    private static readonly string[] Divisions = ["530102", "530128", "530111"];

    private static readonly string?[] Codes = [null, "530102002001", "530128001001", "530111001001"];

    private static readonly Gen<Notice[]> Histories = Gen.Select(
            Gen.Bool,
            Gen.Int[0, 2].Select(i => Divisions[i]),
            Gen.Int[0, 3].Select(i => Codes[i]))
        .Array[1, 6]
        .Select(kinds => kinds
            .Select((kind, i) => kind.Item1 && i % 3 == 0
                ? DeathOn($"2026-05-{i + 10}")
                : MoveOn($"2026-05-{i + 10}", kind.Item2, kind.Item3))
            .ToArray());

    private static IEnumerable<EvidenceFact> Arriving(Notice[] notices) => notices.Select((notice, i) => Fact(i + 1, notice));

    private static IEnumerable<(StatusChangeType Type, string? Day)> Told(EvidenceFact fact) => Facts
        .Between(Founding, Fold.Of(Founding, [fact], Communities).State, fact)
        .Select(draft => (draft.Type, draft.OccurredOn?.Text));

    private static EvidenceFact Death(long position, string on) => Fact(position, DeathOn(on));

    private static EvidenceFact Moved(long position, string on, string division, string? community) =>
        Fact(position, MoveOn(on, division, community));

    private static Notice DeathOn(string on) => new()
    {
        MessageId = on,
        Type = NoticeType.HukouCancelled,
        Reason = HukouReason.Death,
        OccurredOn = PartialDate.FromStore(on),
        Subject = new(),
    };

    private static Notice MoveOn(string on, string division, string? community) => new()
    {
        MessageId = on,
        Type = NoticeType.HukouMoved,
        OccurredOn = PartialDate.FromStore(on),
        Subject = new(),
        ToDivision = division,
        ToCommunity = community,
    };

    private static EvidenceFact Fact(long position, Notice notice) => new()
    {
        Id = new(new Guid((int)position, 0, 0, new byte[8])),
        Position = position,
        Rank = 0,
        ReceivedAt = new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.Zero),
        Notice = notice,
    };

    private static Community Place(string code, string unit) => new()
    {
        Code = code,
        Name = code,
        TownName = code,
        DivisionCode = code[..6],
        ManagementUnitCode = unit,
    };
}
