using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Cases;
using Persistence.Notices;

namespace Persistence.Tests.Notices;

/// <summary>What was reported wrongly is taken back, at any time and for everybody who was told (domain.md 8.5).</summary>
public sealed class UndoTests(NoticeRegister register) : IClassFixture<NoticeRegister>
{
    private static readonly Decider First = new("reviewer-1", "office one", true, null);
    private static readonly Decider Second = new("reviewer-2", "office two", true, null);

    [Fact]
    public async Task A_withdrawn_death_leaves_the_person_as_if_it_had_never_been_reported()
    {
        var holder = await register.HolderAsync();
        var needs = await NeedsAsync(holder);
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);

        var acceptance = await register.WithdrawAndApplyAsync(death.MessageId);

        Assert.Equal(AcceptanceKind.Accepted, acceptance.Kind);
        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
        Assert.Equal(needs, await NeedsAsync(holder));
        var told = (await register.FeedAsync("civil-affairs")).Where(change => change.PersonId == holder.Id).ToList();
        Assert.Equal(
            [
                StatusChangeType.DeathConfirmed, StatusChangeType.CertificateCancelled,
                StatusChangeType.DeathReversed, StatusChangeType.CertificateReinstated,
            ],
            told.Select(change => change.Type));
        Assert.Equal([told[0].Id, told[1].Id], told.Skip(2).Select(change => change.ReversesId!.Value));
    }

    [Fact]
    public async Task Every_receiver_that_was_told_owes_an_acknowledgement_of_the_recall()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);
        await register.WithdrawAndApplyAsync(death.MessageId);

        var recalls = await RecallsAsync(holder);
        Assert.Equal(3, recalls.Count);
        Assert.All(recalls, recall => Assert.Equal(CaseState.Open, recall.State));
        var receiver = (await register.Feed.ReceiverAsync("civil-affairs", Domain.Access.Purpose.Subsidy, default))!;
        await register.Feed.AcknowledgeAsync(receiver.Id, receiver.LastSequence, default);

        var open = (await RecallsAsync(holder)).Where(recall => recall.State == CaseState.Open).ToList();
        Assert.Equal(2, open.Count);
        Assert.DoesNotContain(open, recall => recall.ReceiverId == receiver.Id);
    }

    [Fact]
    public async Task The_same_fact_under_a_new_id_goes_to_review_and_a_replay_has_no_effect()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);
        await register.WithdrawAndApplyAsync(death.MessageId);

        await register.SendAndApplyAsync(death, death with { MessageId = ANotice.NextId() });

        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(holder)).LifeStatus);
        var matter = await register.OpenCaseAsync(holder, MatterReasons.SameAsUndone);
        await DecideAsync(matter, CaseDecision.Confirm, First);
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(holder)).LifeStatus);
    }

    [Fact]
    public async Task Nobody_withdraws_the_word_of_another_and_is_not_told_so()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);

        var others = await register.WithdrawAndApplyAsync(death.MessageId, "health");
        var unknown = await register.WithdrawAndApplyAsync("never-seen");

        Assert.Equal((AcceptanceKind.Accepted, AcceptanceKind.Accepted), (others.Kind, unknown.Kind));
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(holder)).LifeStatus);
    }

    [Fact]
    public async Task A_corrected_date_is_told_as_a_correction_and_its_withdrawal_brings_the_first_date_back()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        var corrected = ANotice.OfDeath(holder, "2026-06-18") with { Corrects = death.MessageId };
        await register.SendAndApplyAsync(death);

        await register.SendAndApplyAsync(corrected);

        Assert.Equal("2026-06-18", (await register.NowAsync(holder)).DeathDate?.Text);
        var told = (await register.FeedAsync("federation")).Where(change => change.PersonId == holder.Id).ToList();
        Assert.Equal(
            [StatusChangeType.DeathConfirmed, StatusChangeType.CertificateCancelled, StatusChangeType.DeathCorrected],
            told.Select(change => change.Type));
        Assert.Equal(told[0].Id, told[2].ReplacesId);

        await register.WithdrawAndApplyAsync(corrected.MessageId);
        Assert.Equal("2026-06-20", (await register.NowAsync(holder)).DeathDate?.Text);
        await register.WithdrawAndApplyAsync(death.MessageId);
        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
    }

    [Fact]
    public async Task A_correction_to_somebody_who_is_no_holder_takes_the_death_back_and_keeps_nothing_of_the_other()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(death);
        var stranger = ANotice.OfStranger(death) with { Corrects = death.MessageId };

        await register.SendAsync(stranger);

        var content = Assert.Single(await register.OpenInboxAsync());
        Assert.Null(Assert.IsType<WithdrawnContent>(content).Reason);
        await register.Apply.RunAsync(default);
        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(holder)).LifeStatus);
    }

    [Fact]
    public async Task A_reported_death_is_taken_back_by_two_signers_of_two_offices_on_one_digest()
    {
        var holder = await register.HolderAsync();
        await register.SendAndApplyAsAsync("health", CertificateOf(holder));
        var matter = await register.OpenCaseAsync(holder, MatterReasons.DeathReported);

        var first = await DecideAsync(matter, CaseDecision.ReverseDeath, First);

        Assert.Equal(LifeStatus.DeathReported, (await register.NowAsync(holder)).LifeStatus);
        Assert.Equal("SIGN_OFF_SAME_SIGNER", await RefusalOfAsync(matter, first.Digest!, First));
        Assert.Equal("SIGN_OFF_SAME_SIGNER", await RefusalOfAsync(matter, first.Digest!, Second with { Office = First.Office }));
        Assert.Equal("SIGN_OFF_DIGEST_DIFFERS", await RefusalOfAsync(matter, new string('0', 64), Second));
        Assert.Null(await RefusalOfAsync(matter, first.Digest!, Second));
        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
        Assert.Equal(
            [
                StatusChangeType.DeathReported, StatusChangeType.CertificateFrozen,
                StatusChangeType.DeathReversed, StatusChangeType.CertificateUnfrozen,
            ],
            await register.ToldAsync("federation", holder));
        Assert.Equal("SIGN_OFF_NOTHING", await RefusalOfAsync(matter, first.Digest!, Second));
    }

    [Fact]
    public async Task A_change_after_the_first_signature_voids_it()
    {
        var holder = await register.HolderAsync();
        await register.SendAndApplyAsAsync("health", CertificateOf(holder));
        var matter = await register.OpenCaseAsync(holder, MatterReasons.DeathReported);
        var first = await DecideAsync(matter, CaseDecision.ReverseDeath, First);

        await register.SendAndApplyAsAsync("health", CertificateOf(holder));

        Assert.Equal("SIGN_OFF_VOIDED", await RefusalOfAsync(matter, first.Digest!, Second));
        Assert.Equal("SIGN_OFF_NOTHING", await RefusalOfAsync(matter, first.Digest!, Second));
        Assert.Equal(LifeStatus.DeathReported, (await register.NowAsync(holder)).LifeStatus);
    }

    [Fact]
    public async Task A_reviewer_confirms_a_reported_death_and_the_source_can_still_withdraw_it()
    {
        var holder = await register.HolderAsync();
        var certificate = CertificateOf(holder);
        await register.SendAndApplyAsAsync("health", certificate);
        await DecideAsync(await register.OpenCaseAsync(holder, MatterReasons.DeathReported), CaseDecision.Confirm, First);
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(holder)).LifeStatus);

        await register.WithdrawAndApplyAsync(certificate.MessageId, "health");

        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
    }

    [Fact]
    public async Task The_register_verifies_after_all_that()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(ANotice.OfMove(holder, "530128", null, "2026-06-01"), death);
        await register.WithdrawAndApplyAsync(death.MessageId);

        Assert.Equal("530128", (await register.NowAsync(holder)).TransferUnitCode);
        Assert.Empty(await register.VerifyAsync());
    }

    private static Notice CertificateOf(Person holder) =>
        ANotice.OfDeath(holder) with { MessageId = ANotice.NextId(), Type = NoticeType.DeathCertificate, Reason = null };

    private async Task<DecidedCase> DecideAsync(Case matter, CaseDecision decision, Decider decider)
    {
        var outcome = await register.Decisions.DecideAsync(new(matter.Id, decision, "seen alive in person", null), decider, default);
        return outcome.Succeeded(out var decided, out var refusal) ? decided : throw new InvalidOperationException(refusal.Code);
    }

    private async Task<string?> RefusalOfAsync(Case matter, string digest, Decider signer) =>
        (await register.Decisions.SignAsync(matter.Id, digest, signer, default)).Refusal?.Code;

    private Task<List<Case>> RecallsAsync(Person holder) => register.ReadAsync(db => db.Cases.AsNoTracking()
        .Where(matter => matter.PersonId == holder.Id && matter.Kind == CaseKind.Recall).ToListAsync());

    private Task<List<string>> NeedsAsync(Person holder) => register.ReadAsync(async db =>
        (await db.ServiceNeeds.AsNoTracking().Where(need => need.PersonId == holder.Id).OrderBy(need => need.Id).ToListAsync())
            .ConvertAll(need => $"{ApiName.Of(need.Status)} {need.CloseReason} {need.StatusBeforeClosing}"));
}
