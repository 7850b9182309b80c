using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.ServiceNeeds;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.Tests.Notices;

public sealed class NoticeRoadTests(NoticeRegister register) : IClassFixture<NoticeRegister>
{
    [Fact]
    public async Task A_cancelled_hukou_for_death_ends_the_life_the_certificate_and_the_open_needs()
    {
        var holder = await register.HolderAsync();

        await register.SendAndApplyAsync(ANotice.OfDeath(holder));

        var now = await register.NowAsync(holder);
        Assert.Equal(LifeStatus.Deceased, now.LifeStatus);
        Assert.Equal("2026-06-20", now.DeathDate?.Text);
        Assert.Equal(HukouStatus.CancelledDeath, now.HukouStatus);
        Assert.Equal(CertificateStatus.Cancelled, now.CertificateStatus);
        Assert.Equal(CertificateStatusReason.Death, now.CertificateStatusReason);
        var needs = await register.ReadAsync(db => db.ServiceNeeds.Where(need => need.PersonId == holder.Id).ToListAsync());
        Assert.DoesNotContain(needs, need => need.Status is ServiceNeedStatus.Wanted or ServiceNeedStatus.Planned or ServiceNeedStatus.InService);
        Assert.All(
            needs.Where(need => need.CloseReason == ServiceNeedCloseReason.HolderDeceased),
            need => Assert.NotNull(need.StatusBeforeClosing));
    }

    [Fact]
    public async Task A_death_is_told_once_to_every_receiver_in_scope_in_order_and_to_nobody_else()
    {
        var holder = await register.HolderAsync();
        var others = await register.FeedAsync("federation-luquan");

        await register.SendAndApplyAsync(ANotice.OfDeath(holder), ANotice.OfDeath(holder));

        foreach (var client in (string[])["federation", "civil-affairs", "county-wuhua"])
        {
            var changes = (await register.FeedAsync(client)).Where(change => change.PersonId == holder.Id);
            Assert.Equal(
                [StatusChangeType.DeathConfirmed, StatusChangeType.CertificateCancelled],
                changes.Select(change => change.Type));
        }

        Assert.Equal(others.Count, (await register.FeedAsync("federation-luquan")).Count);
        Assert.Equal(2, await register.ReadAsync(db => db.Evidence.CountAsync(
            evidence => evidence.PersonId == holder.Id && evidence.Type == EvidenceType.HukouCancelled)));
    }

    [Fact]
    public async Task A_partial_death_date_stays_partial_and_the_certificate_ends_on_the_day_received()
    {
        var holder = await register.HolderAsync();

        await register.SendAndApplyAsync(ANotice.OfDeath(holder, "2026-05"));

        Assert.Equal("2026-05", (await register.NowAsync(holder)).DeathDate?.Text);
        var changes = (await register.FeedAsync("federation")).Where(change => change.PersonId == holder.Id).ToList();
        Assert.Equal(["2026-05", "2026-07-01"], changes.Select(change => change.OccurredOn?.Text));
    }

    [Fact]
    public async Task A_move_changes_the_hukou_at_once_and_opens_a_transfer_while_the_old_unit_stays_responsible()
    {
        var holder = await register.HolderAsync();
        var community = await register.ReadAsync(db => db.Communities.FirstAsync(c => c.ManagementUnitCode == "530128"));

        await register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", community.Code));

        var now = await register.NowAsync(holder);
        Assert.Equal(("530128", community.Code, HukouStatus.MovedInCity), (now.HukouDivisionCode, now.HukouCommunityCode, now.HukouStatus));
        Assert.Equal(new DateOnly(2026, 6, 20), now.HukouSince);
        Assert.Equal(("530102", holder.CommunityCode, "530128"), (now.ManagementUnitCode, now.CommunityCode, now.TransferUnitCode));
        Assert.Equal(CertificateStatus.Transferring, now.CertificateStatus);
        var transfer = await register.ReadAsync(db => db.Cases.SingleAsync(c => c.PersonId == holder.Id));
        Assert.Equal((CaseKind.Transfer, "530102", "530128"), (transfer.Kind, transfer.FromUnitCode, transfer.ToUnitCode));
        foreach (var client in (string[])["federation", "county-wuhua", "federation-luquan"])
        {
            var changes = (await register.FeedAsync(client)).Where(change => change.PersonId == holder.Id);
            Assert.Equal(
                [(StatusChangeType.Relocated, "530102", "530128"), (StatusChangeType.TransferOpened, "530102", "530128")],
                changes.Select(change => (change.Type, change.FromDivisionCode, change.ToDivisionCode)));
        }
    }

    [Fact]
    public async Task A_death_wins_over_an_open_transfer()
    {
        var holder = await register.HolderAsync();

        await register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null, "2026-06-01"));
        await register.SendAndApplyAsync(ANotice.OfDeath(holder));

        var now = await register.NowAsync(holder);
        Assert.Equal((null, CertificateStatus.Cancelled, "530128"), (now.TransferUnitCode, now.CertificateStatus, now.HukouDivisionCode));
        var cases = await register.ReadAsync(db => db.Cases.Where(c => c.PersonId == holder.Id).ToListAsync());
        var transfer = cases.Single(c => c.Kind == CaseKind.Transfer);
        Assert.Equal((CaseState.Closed, "HUKOU_MOVED,HOLDER_DECEASED"), (transfer.State, transfer.Reasons));
        Assert.Equal(MatterReasons.ToCommunityMissing, cases.Single(c => c.Kind == CaseKind.Review).Reasons);
    }

    [Fact]
    public async Task Whatever_no_rule_applies_becomes_a_review_and_leaves_the_person_untouched()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        Notice[] notices =
        [
            death with { MessageId = ANotice.NextId(), Subject = death.Subject with { Name = "某某" } },
            death with { MessageId = ANotice.NextId(), Type = NoticeType.SocialReport, Reason = null, Reports = SocialReportKind.Death },
            death with { MessageId = ANotice.NextId(), Subject = death.Subject with { IdNumber = null, HukouCommunity = holder.HukouCommunityCode } },
            ANotice.OfMove(holder, "530100", null),
        ];

        await register.SendAndApplyAsync(notices);

        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
        var reasons = await register.ReadAsync(db => (
            from matter in db.Cases
            join evidence in db.Evidence on matter.EvidenceId equals evidence.Id
            where matter.PersonId == holder.Id ||
                db.CaseCandidates.Any(candidate => candidate.CaseId == matter.Id && candidate.PersonId == holder.Id)
            orderby evidence.Position
            select matter.Reasons).ToListAsync());
        Assert.Equal(
            ["NAME_DIFFERS", "DEATH_SAID_SOCIALLY", "NO_ID_NUMBER", "TO_DIVISION_UNKNOWN"],
            reasons);
    }

    [Fact]
    public async Task What_a_process_accepted_the_next_one_applies_exactly_once()
    {
        var holder = await register.HolderAsync();
        await register.SendAsync(ANotice.OfDeath(holder));

        await register.Apply.RunAsync(default);
        await register.Apply.RunAsync(default);

        Assert.Equal(2, (await register.FeedAsync("federation")).Count(change => change.PersonId == holder.Id));
        Assert.Equal(0, await register.ReadAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task A_fault_while_applying_sets_aside_that_notice_alone()
    {
        var broken = await register.HolderAsync("530181");
        var sound = await register.HolderAsync();
        var payload = await register.ReadAsync(db => db.Evidence
            .Where(evidence => evidence.PersonId == broken.Id).Select(evidence => evidence.Payload).SingleAsync());
        await SetFoundingAsync(broken, [1, 1, 0]);

        await register.SendAndApplyAsync(ANotice.OfDeath(broken), ANotice.OfDeath(sound));

        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(broken)).LifeStatus);
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(sound)).LifeStatus);
        Assert.Equal(1, await register.ReadAsync(db => db.Cases.CountAsync(matter => matter.Reasons == MatterReasons.ApplyFailed)));
        Assert.Equal(0, await register.ReadAsync(db => db.Inbox.CountAsync()));
        await SetFoundingAsync(broken, payload);
    }

    [Fact]
    public async Task A_notice_that_could_not_be_applied_is_applied_once_the_fault_is_mended()
    {
        var broken = await register.HolderAsync("530124");
        var payload = await register.ReadAsync(db => db.Evidence
            .Where(evidence => evidence.PersonId == broken.Id).Select(evidence => evidence.Payload).SingleAsync());
        var earlier = await FailedAsync();
        var death = ANotice.OfDeath(broken);
        await SetFoundingAsync(broken, [1, 1, 0]);
        await register.SendAndApplyAsync(death);
        var failed = (await FailedAsync()).ExceptBy(earlier.Select(matter => matter.Id), matter => matter.Id).Single();
        await Assert.ThrowsAnyAsync<Exception>(() => ConfirmAsync(failed));
        await SetFoundingAsync(broken, payload);

        await ConfirmAsync(failed);
        await register.SendAndApplyAsync(death);

        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(broken)).LifeStatus);
        Assert.Equal(
            [StatusChangeType.DeathConfirmed, StatusChangeType.CertificateCancelled], await register.ToldAsync("federation", broken));
        Assert.Equal(CaseState.Closed, await register.ReadAsync(db => db.Cases.Where(matter => matter.Id == failed.Id).Select(matter => matter.State).SingleAsync()));
        Assert.Empty(await register.VerifyAsync());
    }

    private Task<List<Case>> FailedAsync() => register.ReadAsync(db => db.Cases.AsNoTracking()
        .Where(matter => matter.Reasons == MatterReasons.ApplyFailed && matter.State == CaseState.Open)
        .ToListAsync());

    private async Task ConfirmAsync(Case matter) => await register.Decisions.DecideAsync(
        new(matter.Id, CaseDecision.Confirm, "mended", null), new("reviewer-1", "office one", true, null), default);

    [Fact]
    public async Task Evidence_de_duplicates_for_ever_where_the_receipts_are_gone()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);

        register.Clock.Advance(AcceptNotices.ReceiptsAreKept + TimeSpan.FromMinutes(1));
        var again = await register.SendAsync(death);
        await register.Apply.RunAsync(default);

        Assert.Equal(AcceptanceKind.Accepted, Assert.Single(again).Kind);
        Assert.Equal(2, (await register.FeedAsync("federation")).Count(change => change.PersonId == holder.Id));
    }

    [Fact]
    public async Task The_register_verifies_after_all_that()
    {
        var holder = await register.HolderAsync();
        await register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null), ANotice.OfMove(holder, "530111", null, "2026-06-25"));
        await register.SendAndApplyAsync(ANotice.OfDeath(holder, "2026-06-22"));

        Assert.Empty(await register.VerifyAsync());
    }

    private Task<int> SetFoundingAsync(Person person, byte[] payload) => register.ReadAsync(db => db.Evidence
        .Where(evidence => evidence.PersonId == person.Id && evidence.Type == EvidenceType.Founding)
        .ExecuteUpdateAsync(evidence => evidence.SetProperty(e => e.Payload, payload)));
}
