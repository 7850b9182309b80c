using System.Diagnostics;
using Domain.Notices;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Persistence.Tests.Notices;

/// <summary>How many deaths of holders a second are accepted and applied, durable; printed, and held only against a stall.</summary>
public sealed class ThroughputTests(ITestOutputHelper output) : IDisposable
{
    private const int BatchSize = 50;
    private const int SlowestAcceptable = 20;

    private readonly NoticeRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Theory]
    [InlineData(2_000)]
    public async Task Deaths_of_holders_are_accepted_and_applied(int persons)
    {
        await _register.FoundAsync(persons);
        var living = await _register.ReadAsync(db => db.Persons.AsNoTracking()
            .Where(person => person.LifeStatus == LifeStatus.Alive).ToListAsync());
        Notice[] notices = [.. living.Where(person => person.BirthDate.Earliest.Year < 2026).Select(person => ANotice.OfDeath(person))];

        var accepting = Stopwatch.StartNew();
        foreach (var batch in notices.Chunk(BatchSize))
        {
            await _register.SendAsync(batch);
        }

        accepting.Stop();
        var applying = Stopwatch.StartNew();
        await _register.Apply.RunAsync(default);
        applying.Stop();

        var (accepted, applied) = (notices.Length / accepting.Elapsed.TotalSeconds, notices.Length / applying.Elapsed.TotalSeconds);
        output.WriteLine($"{notices.Length} notices: {accepted:F0} accepted/s in batches of {BatchSize}, {applied:F0} applied/s");
        Assert.True(applied > SlowestAcceptable, "The worker stalls.");
        await _register.DisposeAsync();
    }
}
