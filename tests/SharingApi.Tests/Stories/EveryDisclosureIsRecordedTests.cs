using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Audit;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>A random workload: for every operation the read log names as many distinct persons as its response did.</summary>
public sealed class EveryDisclosureIsRecordedTests : IAsyncLifetime
{
    private static readonly (string Client, string Purpose)[] Callers =
    [
        ("civil-affairs", "SUBSIDY"), ("civil-affairs", "ASSIST"), ("county-wuhua", "SUBSIDY"), ("county-luquan", "ASSIST"), ("health", "REHAB"),
        ("federation", "CERT"), ("federation-luquan", "SURVEY"), ("reviewer-1", "CERT"), ("holder", "SELF"), ("public-security", "VERIFY"),
    ];

    private SharingApp _app = null!;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Hit_miss_or_refused_alike(int seed)
    {
        var random = new Random(seed);
        var holders = await Holder.LivingAsync(_app, 100);
        var log = _app.Services.GetRequiredService<ReadLogEntries>();
        var before = await log.CountAsync();
        var disclosed = new List<int>();
        for (var i = 0; i < 150; i++)
        {
            var (client, purpose) = Callers[random.Next(Callers.Length)];
            var answer = await _app.As(client, purpose).AskAsync(SomeDocument(random, holders));
            disclosed.Add(answer.HasData ? PersonsIn(answer.Data).Distinct(StringComparer.Ordinal).Count() : 0);
        }

        var entries = (await log.NewestAsync(await log.CountAsync() - before)).Reverse().ToList();

        Assert.Equal(disclosed, entries.Select(entry => entry.PersonCount));
        Assert.Equal(disclosed.Count, entries.Count);
    }

    private static string SomeDocument(Random random, IReadOnlyList<Holder> holders)
    {
        var holder = holders[random.Next(holders.Count)];
        var other = holders[random.Next(holders.Count)];
        return random.Next(9) switch
        {
            0 => $"{{ persons(first: {random.Next(1, 60)}) {{ nodes {{ id sex }} }} }}",
            1 => $"{{ persons(first: {random.Next(1, 60)}, where: {{sex: {{eq: FEMALE}}}}) {{ totalCount nodes {{ id lifeStatus serviceNeeds {{ id status }} }} }} }}",
            2 => $"{{ personByIdNumber(idNumber: \"{holder.IdNumber}\") {{ id name }} }}",
            3 => $"{{ personByIdNumber(idNumber: \"{Holder.Nobody(random.Next(90)).IdNumber}\") {{ id name }} }}",
            4 => $"{{ a: node(id: \"{holder.Id}\") {{ id }} b: node(id: \"{other.Id}\") {{ id ... on Person {{ lifeStatus }} }} }}",
            5 => $"{{ serviceNeeds(first: {random.Next(1, 40)}) {{ nodes {{ id person {{ id }} }} }} }}",
            6 => $"{{ nodes(ids: [\"{holder.Id}\", \"{other.Id}\", \"{holder.Id}\"]) {{ id }} }}",
            7 => "{ persons(first: 3, where: {phone: {eq: \"13900000000\"}}) { nodes { id } } }",
            _ => "{ persons(first: 5, order: [{birthDate: DESC}]) { nodes { id birthDate phone } } viewer { client } }",
        };
    }

    private static IEnumerable<string> PersonsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.NameEquals("id") && property.Value.GetString() is { } id && id.StartsWith("person_", StringComparison.Ordinal)
                ? [id]
                : PersonsIn(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(PersonsIn),
        _ => [],
    };
}
