using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Tests.Notices;

/// <summary>What the passing of days does by itself (domain.md 8.3 D9, 8.6 M1 to M4).</summary>
public sealed class ClockTests : IAsyncLifetime, IDisposable
{
    private static readonly Decider Reviewer = new("reviewer-1", "office", true, null);
    private static readonly Decider Luquan = new("federation-luquan", "office", false, "530128");

    private readonly NoticeRegister _register = new();

    public Task InitializeAsync() => _register.InitializeAsync();

    public Task DisposeAsync() => _register.DisposeAsync();

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task D9_an_unresolved_report_is_raised_after_thirty_days_and_never_confirmed()
    {
        var holder = await _register.HolderAsync();
        await _register.SendAndApplyAsAsync(
            "health", ANotice.OfDeath(holder) with { Type = NoticeType.DeathCertificate, Reason = null });

        await _register.PassAsync(30);
        Assert.Null((await _register.OpenCaseAsync(holder, MatterReasons.DeathReported)).EscalatedAt);
        await _register.PassAsync(1);
        Assert.NotNull((await _register.OpenCaseAsync(holder, MatterReasons.DeathReported)).EscalatedAt);
        await _register.PassAsync(400);

        Assert.Equal(LifeStatus.DeathReported, (await _register.NowAsync(holder)).LifeStatus);
        Assert.Equal(
            [StatusChangeType.DeathReported, StatusChangeType.CertificateFrozen],
            await _register.ToldAsync("civil-affairs", holder));
    }

    [Fact]
    public async Task M1_an_unanswered_transfer_is_raised_after_ten_working_days_and_decided_by_the_city_then()
    {
        var holder = await _register.HolderAsync();
        await _register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null));
        var transfer = await _register.OpenCaseAsync(holder, "HUKOU_MOVED");
        Assert.Equal(new DateOnly(2026, 7, 15), transfer.DueOn);
        Assert.Equal("CASE_UNKNOWN", await RefusalOfAsync(transfer, CaseDecision.AcceptTransfer, Reviewer));

        await _register.PassAsync(15);

        Assert.Equal("CASE_NOT_YOURS", await RefusalOfAsync(transfer, CaseDecision.AcceptTransfer, Luquan));
        Assert.Null(await RefusalOfAsync(transfer, CaseDecision.AcceptTransfer, Reviewer));
        var now = await _register.NowAsync(holder);
        Assert.Equal(("530128", CertificateStatus.Active), (now.ManagementUnitCode, now.CertificateStatus));
    }

    [Fact]
    public async Task M4_a_refused_transfer_freezes_at_six_months_and_cancels_at_twelve_until_it_is_accepted()
    {
        var holder = await _register.HolderAsync();
        await _register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null, "2026-06-20"));
        var transfer = await _register.OpenCaseAsync(holder, "HUKOU_MOVED");
        Assert.Null(await RefusalOfAsync(transfer, CaseDecision.RejectTransfer, Luquan));
        var refused = await _register.OpenCaseAsync(holder, MatterReasons.TransferRejected);

        await _register.PassAsync(172);
        Assert.Equal(CertificateStatus.Frozen, (await _register.NowAsync(holder)).CertificateStatus);
        await _register.PassAsync(182);
        Assert.Equal(CertificateStatus.Cancelled, (await _register.NowAsync(holder)).CertificateStatus);
        Assert.NotNull(await _register.OpenCaseAsync(holder, MatterReasons.TransferCancelsSoon));
        Assert.Null(await RefusalOfAsync(refused, CaseDecision.AcceptTransfer, Reviewer));

        Assert.Equal(CertificateStatus.Active, (await _register.NowAsync(holder)).CertificateStatus);
        Assert.Equal(
            [
                StatusChangeType.Relocated, StatusChangeType.TransferOpened, StatusChangeType.TransferRejected,
                StatusChangeType.TransferOverdue, StatusChangeType.CertificateFrozen, StatusChangeType.CertificateCancelled,
                StatusChangeType.TransferAccepted, StatusChangeType.CertificateReinstated,
            ],
            (await _register.ToldAsync("federation", holder)).Where(type => type != StatusChangeType.CertificateExpiring));
        Assert.Empty(await _register.VerifyAsync());
    }

    [Fact]
    public async Task A_unit_that_somebody_moved_to_twice_is_asked_again_until_no_move_waits()
    {
        var holder = await _register.HolderAsync();
        var communities = await _register.ReadAsync(db => db.Communities
            .Where(community => community.ManagementUnitCode == "530128").OrderBy(community => community.Code).Take(2).ToListAsync());
        await _register.SendAndApplyAsync(
            ANotice.OfMove(holder, "530128", communities[0].Code), ANotice.OfMove(holder, "530128", communities[1].Code, "2026-07-01"));

        Assert.Null(await RefusalOfAsync(await _register.OpenCaseAsync(holder, "HUKOU_MOVED"), CaseDecision.RejectTransfer, Luquan));
        Assert.Empty(await _register.VerifyAsync());
        Assert.Null(await RefusalOfAsync(await _register.OpenCaseAsync(holder, "HUKOU_MOVED"), CaseDecision.RejectTransfer, Luquan));

        Assert.Equal(CertificateStatus.Active, (await _register.NowAsync(holder)).CertificateStatus);
        Assert.NotNull(await _register.OpenCaseAsync(holder, MatterReasons.TransferRejected));
        Assert.Empty(await _register.VerifyAsync());
    }

    [Fact]
    public async Task A_transfer_received_where_no_calendar_reaches_opens_without_a_due_date()
    {
        var holder = await _register.HolderAsync();
        _register.Clock.Advance(TimeSpan.FromDays(180));

        await _register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null));

        Assert.Null((await _register.OpenCaseAsync(holder, "HUKOU_MOVED")).DueOn);
    }

    [Fact]
    public async Task Certificates_run_out_by_the_day_and_are_announced_once()
    {
        var before = await _register.ReadAsync(db => db.Persons.AsNoTracking()
            .Where(person => person.CertificateStatus == CertificateStatus.Active).OrderBy(person => person.CertificateValidUntil).FirstAsync(
                person => person.CertificateValidUntil > new DateOnly(2026, 10, 1)));
        var days = before.CertificateValidUntil.DayNumber - new DateOnly(2026, 7, 1).DayNumber;

        await _register.PassAsync(days - 80);
        await _register.PassAsync(80);
        Assert.Equal(CertificateStatus.Active, (await _register.NowAsync(before)).CertificateStatus);
        await _register.PassAsync(1);

        Assert.Equal(CertificateStatus.Expired, (await _register.NowAsync(before)).CertificateStatus);
        Assert.Equal([StatusChangeType.CertificateExpiring], await _register.ToldAsync("federation", before));
        Assert.Empty(await _register.VerifyAsync());
    }

    private async Task<string?> RefusalOfAsync(Case matter, CaseDecision decision, Decider decider) =>
        (await _register.Decisions.DecideAsync(new(matter.Id, decision, "a reason", null), decider, default)).Refusal?.Code;
}
