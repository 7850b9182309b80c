using Domain.Persons;
using Domain.StatusChanges;

namespace Domain.Tests.StatusChanges;

/// <summary>The rows of domain.md 8.6, with the answers of units and with the clocks.</summary>
public sealed class RelocationTableTests
{
    private static readonly EvidenceFact ToLuquan = AFact.Moved(1, "2026-06-01", "530128", "530128001001");
    private static readonly EvidenceFact ToShanghai = AFact.Moved(1, "2026-06-01", "310101");

    [Fact]
    public void M2_accepted_the_new_unit_and_community_are_responsible()
    {
        var folded = AFact.Folded([ToLuquan], [Accepted("530128")]);

        Assert.Equal(
            ("530128", "530128001001", null, HukouStatus.Registered, CertificateStatus.Active),
            (folded.State.ManagementUnitCode, folded.State.CommunityCode, folded.State.TransferUnitCode, folded.State.HukouStatus, folded.State.CertificateStatus));
        Assert.Null(folded.Transfer);
        Assert.Equal(["TRANSFER_ACCEPTED"], AFact.Told(AFact.Folded(ToLuquan), folded, new(AFact.Received, Decision: Accepted("530128"))));
    }

    [Fact]
    public void M2_rejected_the_certificate_stays_and_the_registration_does_not_come_back()
    {
        var folded = AFact.Folded([ToLuquan], [Rejected("530128")]);

        Assert.Equal(
            ("530102", "530128", null, HukouStatus.MovedInCity, CertificateStatus.Active),
            (folded.State.ManagementUnitCode, folded.State.HukouDivisionCode, folded.State.TransferUnitCode, folded.State.HukouStatus, folded.State.CertificateStatus));
        Assert.Equal(["TRANSFER_REJECTED"], folded.Matters.Select(matter => matter.Reason));
        Assert.Equal(["TRANSFER_REJECTED"], AFact.Told(AFact.Folded(ToLuquan), folded, new(AFact.Received, Decision: Rejected("530128"))));
    }

    [Fact]
    public void M3_out_of_the_city_the_file_waits_for_the_other_side()
    {
        var open = AFact.Folded(ToShanghai);
        var accepted = AFact.Folded([ToShanghai], [Accepted(null)]);

        Assert.Equal((HukouStatus.MovedOutCity, CertificateStatus.Transferring), (open.State.HukouStatus, open.State.CertificateStatus));
        Assert.Null(open.Transfer!.ToUnit);
        Assert.Equal(["RELOCATED", "TRANSFER_OPENED"], AFact.Told(AFact.Folded(), open, new(AFact.Received, ToShanghai)));
        Assert.Equal(CertificateStatus.TransferredOut, accepted.State.CertificateStatus);
        Assert.Equal(["TRANSFER_ACCEPTED"], AFact.Told(open, accepted, new(AFact.Received, Decision: Accepted(null))));
    }

    [Theory]
    [InlineData("2026-10-31", CertificateStatus.Transferring, null, "")]
    [InlineData("2026-11-01", CertificateStatus.Transferring, null, "TRANSFER_OVERDUE_SOON")]
    [InlineData("2026-12-01", CertificateStatus.Frozen, CertificateStatusReason.TransferOverdue6M, "TRANSFER_OVERDUE_SOON")]
    [InlineData("2027-05-01", CertificateStatus.Frozen, CertificateStatusReason.TransferOverdue6M, "TRANSFER_OVERDUE_SOON TRANSFER_CANCELS_SOON")]
    [InlineData("2027-06-01", CertificateStatus.Cancelled, CertificateStatusReason.TransferOverdue1Y, "TRANSFER_OVERDUE_SOON TRANSFER_CANCELS_SOON")]
    public void M4_out_of_the_city_the_clock_runs_from_the_move(
        string today, CertificateStatus status, CertificateStatusReason? reason, string matters)
    {
        var folded = AFact.Folded([ToShanghai], [], today);

        Assert.Equal((status, reason), (folded.State.CertificateStatus, folded.State.CertificateStatusReason));
        Assert.Equal(matters, string.Join(' ', folded.Matters.Select(matter => matter.Reason)));
    }

    [Theory]
    [InlineData(false, "2028-01-01", CertificateStatus.Transferring)]
    [InlineData(true, "2026-11-30", CertificateStatus.Active)]
    [InlineData(true, "2026-12-01", CertificateStatus.Frozen)]
    [InlineData(true, "2027-06-01", CertificateStatus.Cancelled)]
    public void M4_inside_the_city_silence_never_costs_a_certificate(bool isRejected, string today, CertificateStatus status) =>
        Assert.Equal(status, AFact.Folded([ToLuquan], isRejected ? [Rejected("530128")] : [], today).State.CertificateStatus);

    [Fact]
    public void M4_is_told_and_taken_back_where_it_is_accepted_after_all()
    {
        var before = AFact.Folded([ToShanghai], [], "2026-11-30");
        var frozen = AFact.Folded([ToShanghai], [], "2026-12-01");
        var cancelled = AFact.Folded([ToLuquan], [Rejected("530128")], "2027-06-01");
        var accepted = AFact.Folded([ToLuquan], [Rejected("530128"), Accepted("530128", 3)], "2027-06-01");

        Assert.Equal(["TRANSFER_OVERDUE", "CERTIFICATE_FROZEN"], AFact.Told(before, frozen, new(AFact.Day("2026-12-01"))));
        Assert.Equal(
            ["TRANSFER_ACCEPTED", "CERTIFICATE_REINSTATED"],
            AFact.Told(cancelled, accepted, new(AFact.Day("2027-06-01"), Decision: Accepted("530128", 3))));
        Assert.Equal(("530128", CertificateStatus.Active), (accepted.State.ManagementUnitCode, accepted.State.CertificateStatus));
    }

    [Fact]
    public void M5_a_former_holder_returns_by_a_transfer_in_and_nobody_is_told_before()
    {
        var gone = AFact.Folded([ToShanghai], [Accepted(null)]);
        EvidenceFact[] facts = [ToShanghai, AFact.Moved(3, "2026-06-20", "530128", "530128001001")];
        var back = AFact.Folded(facts, [Accepted(null, 2, "2026-06-10")]);
        var accepted = AFact.Folded(facts, [Accepted(null, 2, "2026-06-10"), Accepted("530128", 4)]);

        Assert.Equal(CertificateStatus.TransferredOut, back.State.CertificateStatus);
        Assert.Equal("530128", back.Transfer!.ToUnit);
        Assert.Empty(AFact.Told(gone, back, new(AFact.Received, facts[1])));
        Assert.Equal(
            ("530128", "530128", HukouStatus.Registered, CertificateStatus.Active),
            (accepted.State.ManagementUnitCode, accepted.State.HukouDivisionCode, accepted.State.HukouStatus, accepted.State.CertificateStatus));
    }

    [Fact]
    public void M6_within_one_unit_the_address_changes_and_nothing_else()
    {
        var move = AFact.Moved(1, "2026-06-01", "530102", "530102002001");
        var folded = AFact.Folded(move);

        Assert.Null(folded.Transfer);
        Assert.Equal("530102002001", folded.State.CommunityCode);
        Assert.Equal(["RELOCATED"], AFact.Told(AFact.Folded(), folded, new(AFact.Received, move)));
    }

    [Fact]
    public void M7_what_somebody_says_moves_no_registration() =>
        Assert.Equal(AFact.Founding, AFact.Folded(AFact.SaysMoved(1, "2026-06-01")).State with { Residence = null });

    [Theory]
    [InlineData("2026-05-31", "530128", "MOVE_AFTER_DEATH", "530102")]
    [InlineData("2026-06-10", "530128", "", "530128")]
    public void M8_a_move_after_a_death_is_parked_and_a_death_closes_the_transfer(string died, string to, string matters, string division)
    {
        var folded = AFact.Folded(AFact.HukouDeath(2, died), AFact.Moved(1, "2026-06-01", to, "530128001001"));

        Assert.Equal(matters, string.Join(' ', folded.Matters.Select(matter => matter.Reason)));
        Assert.Equal(division, folded.State.HukouDivisionCode);
        Assert.Null(folded.Transfer);
        Assert.Null(folded.State.TransferUnitCode);
    }

    [Fact]
    public void M8_the_clocks_of_a_transfer_end_with_the_death_of_the_holder()
    {
        var soon = AFact.Folded([ToShanghai, AFact.HukouDeath(2, "2026-06-10")], [], "2027-07-01");
        var late = AFact.Folded([ToShanghai, AFact.HukouDeath(2, "2027-06-10")], [], "2027-07-01");

        Assert.Equal(CertificateStatusReason.Death, soon.State.CertificateStatusReason);
        Assert.Equal(CertificateStatusReason.TransferOverdue1Y, late.State.CertificateStatusReason);
    }

    [Fact]
    public void M9_chained_moves_end_where_the_last_one_by_date_went()
    {
        EvidenceFact[] chain = [AFact.Moved(1, "2026-06-10", "530128"), AFact.Moved(2, "2026-06-01", "530111"), AFact.Moved(3, "2026-06-05", "530103")];

        var folded = AFact.Folded(chain);

        Assert.Equal(("530128", "530128", "530102"), (folded.State.HukouDivisionCode, folded.State.TransferUnitCode, folded.State.ManagementUnitCode));
        Assert.Equal(folded.State, AFact.Folded([.. chain.Reverse()]).State);
    }

    [Fact]
    public void An_answer_counts_for_the_transfer_that_was_open_when_it_was_given()
    {
        EvidenceFact[] facts =
        [
            AFact.Moved(1, "2026-05-01", "530128"), AFact.Moved(3, "2026-05-20", "530102"), AFact.Moved(5, "2026-06-20", "530128"),
        ];

        var folded = AFact.Folded(facts, [Accepted("530128", 2, "2026-05-10"), Accepted("530102", 4, "2026-05-25")]);

        Assert.Equal(("530102", "530128"), (folded.State.ManagementUnitCode, folded.Transfer!.ToUnit));
    }

    private static DecisionFact Accepted(string? unit, long position = 2, string on = "2026-07-01") =>
        new(DecisionEffect.TransferAccepted, position, AFact.Day(on), unit);

    private static DecisionFact Rejected(string? unit) => new(DecisionEffect.TransferRejected, 2, AFact.Received, unit);
}
