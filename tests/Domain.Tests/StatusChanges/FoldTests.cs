using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

public sealed class FoldTests
{
    [Theory]
    [InlineData(CertificateStatus.Active, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Expired, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Frozen, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.Cancelled, CertificateStatus.Cancelled)]
    [InlineData(CertificateStatus.TransferredOut, CertificateStatus.TransferredOut)]
    public void D1_cancels_the_certificate_unless_it_was_gone(CertificateStatus before, CertificateStatus after)
    {
        var founding = AFact.Founding with { CertificateStatus = before };

        var state = AFact.Folded([AFact.HukouDeath(1, "2026-06-20")], [], founding: founding).State;

        Assert.Equal((LifeStatus.Deceased, after), (state.LifeStatus, state.CertificateStatus));
    }

    [Theory]
    [InlineData("530128", "530128001001", "530128", HukouStatus.MovedInCity)]
    [InlineData("530128", null, "530128", HukouStatus.MovedInCity)]
    [InlineData("530111", "530111001001", "KM-JKQ", HukouStatus.MovedInCity)]
    [InlineData("530102", "530102002001", null, HukouStatus.Registered)]
    [InlineData("310101", null, null, HukouStatus.MovedOutCity)]
    public void M1_M3_M6_and_M10_follow_the_management_unit_of_the_community(
        string division, string? community, string? transferTo, HukouStatus status)
    {
        var state = AFact.Folded(AFact.Moved(1, "2026-06-01", division, community)).State;

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
        AFact.Folded([AFact.Moved(1, "2026-06-01", "530128")], [], founding: AFact.Founding with { CertificateStatus = before })
            .State.CertificateStatus);

    [Fact]
    public void Back_before_anybody_accepted_everything_is_as_it_was_but_for_the_day_and_the_address()
    {
        var state = AFact.Folded(
            AFact.Moved(1, "2026-06-01", "530128"),
            AFact.Moved(2, "2026-06-08", "530102", "530102001001")).State;

        Assert.Equal(AFact.Founding with { HukouSince = new(2026, 6, 8) }, state);
    }

    [Theory]
    [InlineData("2029-12-31", CertificateStatus.Active)]
    [InlineData("2030-01-01", CertificateStatus.Active)]
    [InlineData("2030-01-02", CertificateStatus.Expired)]
    public void A_certificate_expires_after_its_last_day(string today, CertificateStatus status) =>
        Assert.Equal(status, AFact.Folded([], [], today).State.CertificateStatus);

    [Theory]
    [InlineData("2029-10-02", "2029-10-03", true)]
    [InlineData("2029-10-01", "2029-10-02", false)]
    [InlineData("2029-10-03", "2029-10-04", false)]
    [InlineData("2029-01-01", "2029-12-31", true)]
    public void The_end_of_validity_is_announced_once_ninety_days_before(string from, string to, bool isAnnounced) => Assert.Equal(
        isAnnounced,
        Facts.OfExpiry(AFact.Founding, AFact.ValidUntil, AFact.Day(from), AFact.Day(to)).Count == 1);

    [Fact]
    public void Taking_evidence_away_gives_the_state_before_it_came()
    {
        var rest = new[] { AFact.Moved(1, "2026-06-01", "530128"), AFact.DeathCertificate(2, "2026-06-10") };
        var added = AFact.HukouDeath(3, "2026-06-11");

        Assert.NotEqual(AFact.Folded(rest).State, AFact.Folded([.. rest, added]).State);
        Assert.Equal(AFact.Folded(rest).State, AFact.Folded([.. rest.Append(added).Where(fact => fact != added)]).State);
    }
}
