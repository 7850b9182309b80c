using System.Text;
using Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Persistence.Notices;

namespace Persistence.Tests.Notices;

public sealed class AcceptanceTests(NoticeRegister register) : IClassFixture<NoticeRegister>
{
    [Fact]
    public async Task A_holder_and_a_stranger_leave_rows_of_the_same_number_and_size()
    {
        var ofHolder = ANotice.OfDeath(await register.HolderAsync());
        var ofStranger = ANotice.OfStranger(ofHolder);

        var before = await register.ReadAsync(db => db.Receipts.CountAsync());
        var receipts = await register.SendAsync(ofHolder, ofStranger);

        Assert.All(receipts, receipt => Assert.Equal(new(AcceptanceKind.Accepted, register.Clock.GetUtcNow()), receipt));
        var sizes = await register.ReadAsync(db => db.Inbox.Select(entry => entry.Payload.Length).ToListAsync());
        Assert.Equal([542, 542], sizes);
        Assert.Equal(before + 2, await register.ReadAsync(db => db.Receipts.CountAsync()));
        await register.Apply.RunAsync(default);
    }

    [Fact]
    public async Task A_long_notice_takes_a_larger_size_whoever_it_is_about()
    {
        var ofHolder = ANotice.OfDeath(await register.HolderAsync());
        ofHolder = ofHolder with
        {
            Subject = ofHolder.Subject with { Name = new string('长', 100) },
            Corrected = ofHolder.Subject with { Name = new string('长', 100) },
            MessageId = new string('长', 100),
            DocumentNumber = new string('长', 100),
            Corrects = new string('长', 100),
            FromDivision = new string('1', 800),
        };

        await register.SendAsync(ofHolder, ANotice.OfStranger(ofHolder) with { MessageId = new string('短', 100) });

        var sizes = await register.ReadAsync(db => db.Inbox.Select(entry => entry.Payload.Length).ToListAsync());
        Assert.Equal([3102, 3102], sizes);
        await register.Apply.RunAsync(default);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_same_size_whoever_it_is_about_and_however_long_its_reason_is()
    {
        var ofHolder = ANotice.OfDeath(await register.HolderAsync());
        var ofStranger = ANotice.OfStranger(ofHolder);
        await register.SendAndApplyAsync(ofHolder, ofStranger);

        for (var length = 1; length <= 500; length += 13)
        {
            var reason = new string(length % 2 == 0 ? '错' : 'x', length);
            await register.Accept.RunAsync(NoticeRegister.PublicSecurity, [Withdrawing(ofHolder), Withdrawing(ofStranger)], default);

            var sizes = await register.ReadAsync(db => db.Inbox.OrderByDescending(entry => entry.Id).Take(2)
                .Select(entry => entry.Payload.Length).ToListAsync());
            Assert.Equal(sizes[0], sizes[1]);

            Withdrawal Withdrawing(Notice notice) => new(ANotice.NextId(), notice.MessageId, reason);
        }

        await register.Apply.RunAsync(default);
    }

    [Fact]
    public async Task Nothing_of_a_stranger_is_ever_on_the_disk()
    {
        var ofStranger = ANotice.OfStranger(ANotice.OfDeath(await register.HolderAsync())) with { DocumentNumber = "DOC-OF-NOBODY" };

        await register.SendAsync(ofStranger);
        var accepted = await register.BytesAsync();
        await register.Apply.RunAsync(default);
        var applied = await register.BytesAsync();

        string[] traces = [ofStranger.Subject.IdNumber!.Value.Value, ofStranger.Subject.Name!, "DOC-OF-NOBODY", ofStranger.MessageId];
        foreach (var trace in traces)
        {
            Assert.Equal(-1, accepted.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)));
            Assert.Equal(-1, applied.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)));
        }

        Assert.Equal(0, await register.ReadAsync(db => db.Inbox.CountAsync()));
        Assert.False(await register.ReadAsync(db => db.Evidence.AnyAsync(evidence => evidence.Match == null && evidence.MessageDigest != null)));
    }

    [Fact]
    public async Task A_dummy_opens_to_nothing_with_the_keys_in_hand()
    {
        var ofStranger = ANotice.OfStranger(ANotice.OfDeath(await register.HolderAsync()));

        await register.SendAsync(ofStranger);

        Assert.Equal([null], await register.OpenInboxAsync());
        await register.Apply.RunAsync(default);
    }

    [Fact]
    public async Task Twenty_at_once_are_one_acceptance_and_nineteen_duplicates_with_one_effect()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);

        var acceptances = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => register.SendAsync(death))));
        await register.Apply.RunAsync(default);

        var kinds = acceptances.Select(acceptance => Assert.Single(acceptance)).ToList();
        Assert.Equal(1, kinds.Count(acceptance => acceptance.Kind == AcceptanceKind.Accepted));
        Assert.Equal(19, kinds.Count(acceptance => acceptance.Kind == AcceptanceKind.Duplicate));
        Assert.Single(kinds.Select(acceptance => acceptance.ReceivedAt).Distinct());
        Assert.Equal(2, (await register.FeedAsync("federation")).Count(change => change.PersonId == holder.Id));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_a_conflict_also_within_one_batch()
    {
        var holder = await register.HolderAsync();
        var death = ANotice.OfDeath(holder);
        var other = ANotice.OfDeath(holder, "2026-06-21", death.MessageId);

        var within = await register.SendAsync(death, other, death);
        register.Clock.Advance(TimeSpan.FromHours(1));
        var later = await register.SendAsync(other, death);

        Assert.Equal(
            [AcceptanceKind.Accepted, AcceptanceKind.Conflict, AcceptanceKind.Duplicate],
            within.Select(acceptance => acceptance.Kind));
        Assert.Equal([AcceptanceKind.Conflict, AcceptanceKind.Duplicate], later.Select(acceptance => acceptance.Kind));
        Assert.Equal(within[0].ReceivedAt, later[1].ReceivedAt);
        await register.Apply.RunAsync(default);
    }
}
