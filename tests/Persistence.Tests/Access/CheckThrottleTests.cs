using Domain.Access;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Persistence.Access;
using Persistence.Tests.Providers;
using Persistence.Writing;

namespace Persistence.Tests.Access;

public sealed class CheckThrottleTests : IDisposable
{
    private static readonly IdNumber Number = IdNumber.Compose("530199", new DateOnly(1976, 2, 29), 1);
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 23, 59, 59, TimeSpan.FromHours(8));

    private readonly RegisterFile _file = new();
    private readonly Clock _clock = new() { Now = Evening };

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_restart_forgets_no_check()
    {
        for (var i = 0; i < CheckTally.MostOfOneNumber; i++)
        {
            Assert.Null(await CountAsync());
        }

        Assert.Equal(new UsedUp(20, IsOfOneNumber: true), await CountAsync());
    }

    [Fact]
    public async Task At_midnight_in_Shanghai_the_count_begins_anew_and_yesterdays_is_gone()
    {
        for (var i = 0; i < CheckTally.MostOfOneNumber; i++)
        {
            await CountAsync();
        }

        _clock.Now = Evening.AddSeconds(1);

        Assert.Null(await CountAsync());
        await using var db = _file.Open();
        Assert.All(await db.CheckTallies.ToListAsync(), tally => Assert.Equal((new DateOnly(2026, 11, 25), 1), (tally.Day, tally.Count)));
    }

    [Fact]
    public async Task Ten_thousand_checks_of_any_numbers_are_a_days_work()
    {
        await using (var db = _file.Open())
        {
            db.CheckTallies.Add(new CheckTally { Client = "health", Day = new DateOnly(2026, 11, 24), Number = [], Count = 9_999 });
            await db.SaveChangesAsync();
        }

        Assert.Null(await CountAsync());
        Assert.Equal(new UsedUp(10_000, IsOfOneNumber: false), await CountAsync());
    }

    [Fact]
    public async Task The_number_itself_is_not_stored()
    {
        await CountAsync();

        await using var db = _file.Open();
        Assert.Contains(await db.CheckTallies.Select(tally => tally.Number).ToListAsync(), number => number.SequenceEqual(_file.Index.OfIdNumber(Number)));
    }

    // A channel of its own each time, as after a restart.
    private async Task<UsedUp?> CountAsync()
    {
        await using var channel = new WriteChannel(_file.Contexts);
        return await new CheckThrottle(channel, _file.Index, _clock).CountAsync("health", Number, CancellationToken.None);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
