using System.Globalization;
using Domain.Notices;
using Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Tests.Notices;

/// <summary>Deaths by the hundred, reported and taken back in random order, leave the register as it was.</summary>
/// <remarks><c>UNDO_DEATHS=10000</c> runs it long.</remarks>
public sealed class UndoInBulkTests : IDisposable
{
    private const int BatchSize = 200;

    private static readonly int Deaths =
        int.Parse(Environment.GetEnvironmentVariable("UNDO_DEATHS") ?? "500", CultureInfo.InvariantCulture);

    private readonly NoticeRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task The_register_is_equal_to_what_it_was_and_verifies()
    {
        await _register.FoundAsync(Deaths + Deaths / 5);
        var (persons, needs) = await PictureAsync();
        var dead = (await _register.ReadAsync(db => db.Persons.AsNoTracking().OrderBy(person => person.Id).Take(Deaths).ToListAsync()));

        foreach (var batch in Shuffled(dead).Chunk(BatchSize))
        {
            await _register.Accept.RunAsync(NoticeRegister.PublicSecurity, batch, default);
            await _register.Apply.RunAsync(default);
        }

        var (personsNow, needsNow) = await PictureAsync();
        Assert.Equal(persons, personsNow);
        Assert.Equal(needs, needsNow);
        Assert.Empty(await _register.VerifyAsync());
        var feed = await _register.FeedAsync("federation");
        Assert.All(feed.GroupBy(change => change.PersonId), changes => Assert.Equal(0, changes.Count() % 4));
        Assert.True(feed.Count > 3 * Deaths, "Hardly anybody's death was applied.");
        await _register.DisposeAsync();
    }

    /// <summary>Everybody's death and its withdrawal, in an order that only keeps each withdrawal behind its death.</summary>
    private static List<ISoundMessage> Shuffled(List<Person> dead)
    {
        var order = Enumerable.Range(0, dead.Count).Concat(Enumerable.Range(0, dead.Count)).ToArray();
        new Random(20_261_124).Shuffle(order);
        var reported = new HashSet<int>();
        return
        [
            .. order.Select(i => reported.Add(i)
                ? (ISoundMessage)ANotice.OfDeath(dead[i], id: $"death-{i}")
                : new Withdrawal($"undo-{i}", $"death-{i}", "sent by mistake")),
        ];
    }

    private async Task<(IReadOnlyList<string> Persons, IReadOnlyList<string> Needs)> PictureAsync()
    {
        var persons = await _register.ReadAsync(db => db.Persons.AsNoTracking().OrderBy(person => person.Id).ToListAsync());
        var needs = await _register.ReadAsync(db => db.ServiceNeeds.AsNoTracking().OrderBy(need => need.Id).ToListAsync());
        return (
            [.. persons.Select(person => System.Text.Json.JsonSerializer.Serialize(person.State))],
            [.. needs.Select(need => $"{need.Id.Value}: {need.Status} {need.CloseReason}")]);
    }
}
