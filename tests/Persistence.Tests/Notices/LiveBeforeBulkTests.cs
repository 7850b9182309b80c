using Domain.Notices;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Tests.Notices;

/// <summary>What comes one by one goes before what came in files, and may overtake what it undoes (ADR 0015).</summary>
public sealed class LiveBeforeBulkTests : IAsyncLifetime, IDisposable
{
    private readonly NoticeRegister _register = new();
    private List<Person>? _holders;

    public Task InitializeAsync() => _register.InitializeAsync();

    public Task DisposeAsync() => _register.DisposeAsync();

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task A_live_notice_is_applied_before_all_that_waits_out_of_a_file()
    {
        var file = await DeathsAsync(250);
        var live = ANotice.OfDeath(await HolderAsync(file.Count));
        await _register.Accept.RunAsync(NoticeRegister.PublicSecurity, file, default, isBulk: true);
        await _register.SendAndApplyAsync(live);

        var evidence = await _register.ReadAsync(db => db.Evidence.AsNoTracking()
            .Where(piece => piece.Type != EvidenceType.Founding).OrderBy(piece => piece.Position).ToListAsync());

        Assert.Equal(file.Count + 1, evidence.Count);
        Assert.Equal((await HolderAsync(file.Count)).Id, evidence[0].PersonId);
        Assert.Empty(await _register.ReadAsync(db => db.Inbox.ToListAsync()));
        Assert.Empty(await _register.VerifyAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_live_withdrawal_of_a_notice_out_of_a_file_holds_whether_or_not_it_overtakes(bool isApplied)
    {
        var file = await DeathsAsync(1);
        await _register.Accept.RunAsync(NoticeRegister.PublicSecurity, file, default, isBulk: true);
        if (isApplied)
        {
            await _register.Apply.RunAsync(default);
        }

        await _register.WithdrawAndApplyAsync(file[0].MessageId);

        var person = await _register.NowAsync(await HolderAsync(0));
        var evidence = await _register.ReadAsync(db => db.Evidence.AsNoTracking().SingleAsync(piece => piece.Type != EvidenceType.Founding));
        Assert.Equal((LifeStatus.Alive, EvidenceEnd.Withdrawn), (person.LifeStatus, evidence.End));
        Assert.Equal(isApplied ? 4 : 0, (await _register.FeedAsync("federation")).Count);
    }

    [Fact]
    public async Task A_correction_in_the_same_file_or_after_it_stands_for_what_it_corrects()
    {
        var file = await DeathsAsync(2);
        var inFile = file[0] with { MessageId = "c-0", Corrects = file[0].MessageId, OccurredOn = PartialDate.FromStore("2026-06-02") };
        var live = file[1] with { MessageId = "c-1", Corrects = file[1].MessageId, OccurredOn = PartialDate.FromStore("2026-06-02") };
        await _register.Accept.RunAsync(NoticeRegister.PublicSecurity, [.. file, inFile], default, isBulk: true);
        await _register.SendAndApplyAsync(live);

        foreach (var i in new[] { 0, 1 })
        {
            var person = await _register.NowAsync(await HolderAsync(i));
            Assert.Equal((LifeStatus.Deceased, "2026-06-02"), (person.LifeStatus, person.DeathDate?.Text));
        }

        Assert.Empty(await _register.ReadAsync(db => db.Cases.Where(matter => matter.Reasons == "SAME_AS_UNDONE").ToListAsync()));
        Assert.Empty(await _register.VerifyAsync());
    }

    [Fact]
    public async Task A_correction_out_of_a_file_that_waits_finds_what_it_corrects_though_that_came_later()
    {
        var live = (await DeathsAsync(1))[0] with { MessageId = "l-0" };
        var correction = live with { MessageId = "c-0", Corrects = "l-0", DocumentNumber = "7" };
        await _register.Accept.RunAsync(NoticeRegister.PublicSecurity, [correction], default, isBulk: true);
        _register.Clock.Advance(TimeSpan.FromSeconds(1));

        await _register.SendAndApplyAsync(live);

        var evidence = await _register.ReadAsync(db => db.Evidence.AsNoTracking()
            .Where(piece => piece.Type != EvidenceType.Founding).OrderBy(piece => piece.Position).ToListAsync());
        Assert.Equal([EvidenceEnd.Superseded, null], evidence.Select(piece => piece.End));
        Assert.Equal([false, true], evidence.Select(piece => piece.IsStanding));
    }

    private async Task<IReadOnlyList<Notice>> DeathsAsync(int count)
    {
        var notices = new List<Notice>();
        for (var i = 0; i < count; i++)
        {
            notices.Add(ANotice.OfDeath(await HolderAsync(i), "2026-06-01", $"bulk-{i}"));
        }

        return notices;
    }

    private async Task<Person> HolderAsync(int i) => (_holders ??= await _register.ReadAsync(db => db.Persons.AsNoTracking()
        .Where(person => person.LifeStatus == LifeStatus.Alive && person.CertificateStatus == CertificateStatus.Active &&
            db.Persons.Count(other => other.IdNumberIndex == person.IdNumberIndex) == 1 &&
            db.Evidence.Count(evidence => evidence.PersonId == person.Id) == 1 &&
            !db.FormerIdentities.Any(former => former.IdNumberIndex == person.IdNumberIndex))
        .OrderBy(person => person.Id).ToListAsync()))[i];
}
