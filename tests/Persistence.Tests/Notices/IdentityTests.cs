using Domain.Notices;
using Domain.Persons;
using Domain.StatusChanges;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Tests.Notices;

/// <summary>A corrected identity takes effect, stays findable under what it was, and can be taken back (domain.md 3.1, 8.5).</summary>
public sealed class IdentityTests(NoticeRegister register) : IClassFixture<NoticeRegister>
{
    private static int _sequence = 100;

    [Fact]
    public async Task The_new_number_is_the_persons_and_the_old_one_still_finds_them_for_review()
    {
        var holder = await register.HolderAsync();
        var right = NumberLike(holder);
        await register.SendAndApplyAsync(Correction(holder, new() { IdNumber = right, Name = "新名" }));

        var now = await register.NowAsync(holder);

        Assert.Equal((right, "新名", "新名"), (now.IdNumber, now.Name, now.FoldedName));
        Assert.Equal([StatusChangeType.IdentityCorrected], await register.ToldAsync("civil-affairs", holder));
        var old = ANotice.OfDeath(holder);
        await register.SendAndApplyAsync(old);
        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(holder)).LifeStatus);
        await register.OpenCaseAsync(holder, "ID_NUMBER_FORMER,NAME_FORMER");
        await register.SendAndApplyAsync(ANotice.OfDeath(now));
        Assert.Equal(LifeStatus.Deceased, (await register.NowAsync(holder)).LifeStatus);
    }

    [Fact]
    public async Task Its_withdrawal_brings_number_name_and_indexes_back_and_forgets_what_was_never_true()
    {
        var holder = await register.HolderAsync();
        var correction = Correction(holder, new() { IdNumber = NumberLike(holder), Name = "新名" });
        await register.SendAndApplyAsync(correction);
        await register.WithdrawAndApplyAsync(correction.MessageId);

        var now = await register.NowAsync(holder);

        Assert.Equal(holder.State, now.State);
        Assert.Equal([.. holder.IdNumberIndex, .. holder.WeakIndex], [.. now.IdNumberIndex, .. now.WeakIndex]);
        Assert.Equal(holder.FoldedName, now.FoldedName);
        Assert.Equal(0, await register.ReadAsync(db => db.FormerIdentities.CountAsync(identity => identity.PersonId == holder.Id)));
        var told = (await register.FeedAsync("civil-affairs")).Where(change => change.PersonId == holder.Id).ToList();
        Assert.Equal([StatusChangeType.IdentityCorrected, StatusChangeType.IdentityCorrected], told.Select(change => change.Type));
        Assert.Equal(told[0].Id, told[1].ReversesId);
    }

    [Fact]
    public async Task Two_corrections_withdrawn_in_either_order_leave_what_was_recorded()
    {
        var holder = await register.HolderAsync();
        Notice[] corrections =
        [
            Correction(holder, new() { Name = "新名一" }, "2026-05-01"),
            Correction(holder, new() { Name = "新名二" }, "2026-06-01"),
        ];
        await register.SendAndApplyAsync(corrections);
        Assert.Equal("新名二", (await register.NowAsync(holder)).Name);

        await register.WithdrawAndApplyAsync(corrections[0].MessageId);
        Assert.Equal("新名二", (await register.NowAsync(holder)).Name);
        await register.WithdrawAndApplyAsync(corrections[1].MessageId);

        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
        Assert.Empty(await register.VerifyAsync());
    }

    [Fact]
    public async Task A_number_that_another_person_has_too_opens_a_case_with_both()
    {
        var (holder, other) = (await register.HolderAsync(), await register.HolderAsync("530128"));

        await register.SendAndApplyAsync(Correction(holder, new() { IdNumber = other.IdNumber }));

        var matter = await register.OpenCaseAsync(holder, MatterReasons.IdDuplicate);
        Assert.Equal([other.Id], await register.ReadAsync(db => db.CaseCandidates.Where(c => c.CaseId == matter.Id).Select(c => c.PersonId).ToListAsync()));
        await register.SendAndApplyAsync(ANotice.OfDeath(other));
        Assert.Equal(LifeStatus.Alive, (await register.NowAsync(other)).LifeStatus);
    }

    [Fact]
    public async Task M7_a_reported_move_of_the_household_is_a_residence_and_nothing_else()
    {
        var holder = await register.HolderAsync();
        var report = ANotice.OfMove(holder, "530128", null) with { Type = NoticeType.SocialReport, Reports = SocialReportKind.Move };

        await register.SendAndApplyAsync(report);

        var now = await register.NowAsync(holder);
        Assert.False(now.ResidenceIsHere);
        Assert.Equal(holder.ResidenceCommunityCode, now.ResidenceCommunityCode);
        Assert.Equal(holder.State with { Residence = null }, now.State with { Residence = null });
        Assert.Empty(await register.ToldAsync("civil-affairs", holder));
        await register.WithdrawAndApplyAsync(report.MessageId);
        Assert.Equal(holder.State, (await register.NowAsync(holder)).State);
    }

    private static Notice Correction(Person holder, NoticeSubject right, string on = "2026-06-20") => ANotice.OfDeath(holder, on) with
    {
        Type = NoticeType.IdentityCorrected,
        Reason = null,
        Corrected = right,
    };

    /// <summary>A number that nobody has, of the same birth date and sex.</summary>
    private static IdNumber NumberLike(Person holder)
    {
        var sequence = 2 * Interlocked.Increment(ref _sequence);
        return IdNumber.Compose("530181", holder.IdNumber.BirthDate, holder.Sex == Sex.Male ? sequence + 1 : sequence);
    }
}
