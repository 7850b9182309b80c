using Domain.Cases;
using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.Tests.Notices;

/// <summary>A withdrawal or a correction may arrive before what it undoes: the order of arrival decides nothing (domain.md 8.7).</summary>
public sealed class EarlyUndoTests(NoticeRegister register) : IClassFixture<NoticeRegister>
{
    [Fact]
    public async Task A_notice_that_was_withdrawn_before_it_came_never_stands()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        await register.WithdrawAndApplyAsync(death.MessageId);
        Later();

        await register.SendAndApplyAsync(death);

        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
        Assert.Empty(await register.ToldAsync("federation", holder));
        Assert.Equal(EvidenceEnd.Withdrawn, (await EvidenceAsync(death)).End);
    }

    [Fact]
    public async Task A_correction_that_came_first_counts_and_its_withdrawal_brings_the_first_date_back()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        var corrected = ANotice.OfDeath(holder, "2026-06-18") with { Corrects = death.MessageId };
        await register.SendAndApplyAsync(corrected);
        Later();
        await register.SendAndApplyAsync(death);

        Assert.Equal("2026-06-18", (await register.NowAsync(holder)).DeathDate?.Text);
        Assert.Equal([StatusChangeType.DeathConfirmed, StatusChangeType.CertificateCancelled], await register.ToldAsync("federation", holder));

        await register.WithdrawAndApplyAsync(corrected.MessageId);

        Assert.Equal("2026-06-20", (await register.NowAsync(holder)).DeathDate?.Text);
        await register.WithdrawAndApplyAsync(death.MessageId);
        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
    }

    [Fact]
    public async Task A_correction_to_a_stranger_that_came_first_undoes_unless_it_was_taken_back()
    {
        var (holder, other) = (await register.HolderAsync(), await register.HolderAsync("530128"));
        var (death, second) = (ANotice.OfDeath(holder), ANotice.OfDeath(other));
        var stranger = ANotice.OfStranger(death) with { Corrects = death.MessageId };
        var mistaken = ANotice.OfStranger(second) with { Corrects = second.MessageId };
        await register.SendAndApplyAsync(stranger, mistaken);
        await register.WithdrawAndApplyAsync(mistaken.MessageId);
        Later();

        await register.SendAndApplyAsync(death, second);

        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(holder)).LifeStatus);
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(other)).LifeStatus);
    }

    [Fact]
    public async Task Within_one_batch_the_order_decides_nothing_either()
    {
        var (holder, other) = (await register.HolderAsync(), await register.HolderAsync("530128"));
        var (death, second) = (ANotice.OfDeath(holder), ANotice.OfDeath(other));
        var corrected = ANotice.OfDeath(holder, "2026-06-18") with { Corrects = death.MessageId };
        var afterwards = ANotice.OfDeath(other, "2026-06-18") with { Corrects = second.MessageId };

        await register.SendAndApplyAsync(corrected, death, second, afterwards);

        Assert.Equal("2026-06-18", (await register.NowAsync(holder)).DeathDate?.Text);
        Assert.Equal("2026-06-18", (await register.NowAsync(other)).DeathDate?.Text);
        await register.WithdrawAndApplyAsync(corrected.MessageId);
        await register.WithdrawAndApplyAsync(afterwards.MessageId);
        Assert.Equal("2026-06-20", (await register.NowAsync(holder)).DeathDate?.Text);
        Assert.Equal("2026-06-20", (await register.NowAsync(other)).DeathDate?.Text);
        Assert.Empty(await register.VerifyAsync());
    }

    [Fact]
    public async Task A_correction_that_waits_for_a_human_leaves_the_first_word_until_it_is_confirmed()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        var doubtful = ANotice.OfDeath(holder, "2026-06-18") with
        {
            Corrects = death.MessageId,
            Subject = death.Subject with { Name = "另一人" },
        };
        await register.SendAndApplyAsync(doubtful);
        Later();
        await register.SendAndApplyAsync(death);
        Assert.Equal("2026-06-20", (await register.NowAsync(holder)).DeathDate?.Text);

        var matter = await register.OpenCaseAsync(holder, "NAME_DIFFERS");
        await register.Decisions.DecideAsync(new(matter.Id, CaseDecision.Confirm, "same person", null), new("reviewer-1", "office one", true, null), default);

        Assert.Equal("2026-06-18", (await register.NowAsync(holder)).DeathDate?.Text);
        Assert.Equal(EvidenceEnd.Superseded, (await EvidenceAsync(death)).End);
    }

    [Fact]
    public async Task Receipts_of_holders_and_of_others_hold_the_same_and_nothing_of_the_other_is_stored()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        var stranger = ANotice.OfStranger(death);
        var withdrawn = await WithdrawalsAsync();

        var acceptances = new List<Acceptance>();
        foreach (var notice in new[] { death, stranger })
        {
            acceptances.Add(await register.WithdrawAndApplyAsync(notice.MessageId));
            acceptances.AddRange(await register.SendAsync(notice));
            await register.Apply.RunAsync(default);
        }

        Assert.All(acceptances, acceptance => Assert.Equal(AcceptanceKind.Accepted, acceptance.Kind));
        Assert.Equal(withdrawn + 2, await WithdrawalsAsync());
        var bytes = await register.BytesAsync();
        Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(stranger.Subject.IdNumber!.Value.Value)) < 0);
        Assert.Equal(0, await register.ReadAsync(db => db.Inbox.CountAsync()));
    }

    private Task<int> WithdrawalsAsync() => register.ReadAsync(db => db.Receipts.CountAsync(receipt => receipt.Withdraws != null));

    private Task<Evidence> EvidenceAsync(Notice notice) => register.ReadAsync(async db =>
        (await db.Evidence.AsNoTracking().Where(evidence => evidence.Type == EvidenceType.HukouCancelled).OrderByDescending(evidence => evidence.Position).ToListAsync())
            .First(evidence => evidence.OccurredOn == notice.OccurredOn));

    private void Later() => register.Clock.Advance(TimeSpan.FromMinutes(1));
}
