using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Audit;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// Somebody unknown, somebody out of scope and something not permitted are answered alike: same status, same text, same time, and
/// exactly one entry in the read log each. Time is compared by the area under the curve of interleaved samples, 0.5 ± 0.05.
/// </summary>
public sealed class IndistinguishableTests(AccessApp house) : IClassFixture<AccessApp>
{
    /// <summary>Of each kind. The area of two equal distributions then deviates by 0.0105 (one sigma): the bound is nearly five of them.</summary>
    private const int Samples = 1_500;

    private const int WarmUp = 200;

    private static readonly string[] Nobodies = [.. Enumerable.Range(0, 40).Select(i => $"0193a{i:x3}-0000-7000-8000-00000000f{i:x3}".Replace("-", "", StringComparison.Ordinal))];

    private readonly Asker _wuhua = house.App.As("county-wuhua", "SUBSIDY");

    [Fact]
    public async Task Unknown_and_foreign_persons_by_id() => await AssertAlikeAsync(
        [.. Nobodies.Select(id => Node($"person_{id}"))],
        [.. (await ForeignAsync()).Select(holder => Node(holder.Id))]);

    [Fact]
    public async Task Unknown_and_foreign_persons_by_number() => await AssertAlikeAsync(
        [.. Enumerable.Range(0, 40).Select(i => ByNumber(Holder.Nobody(i).IdNumber))],
        [.. (await ForeignAsync()).Select(holder => ByNumber(holder.IdNumber))]);

    [Fact]
    public async Task Unknown_and_forbidden_service_needs() => await AssertAlikeAsync(
        [.. Nobodies.Select(id => Node($"need_{id}"))],
        [.. (await ForbiddenNeedsAsync()).Select(Node)]);

    private static (string, object) Node(string id) => ("query N($id: ID!) { node(id: $id) { id } }", new { id });

    private static (string, object) ByNumber(string number) =>
        ("query L($number: IdNumber!) { personByIdNumber(idNumber: $number) { id lifeStatus } }", new { number });

    private Task<IReadOnlyList<Holder>> ForeignAsync() =>
        Holder.LivingAsync(house.App, 40, "hukou:{division:{code:{eq:\"530128\"}}}");

    /// <summary>Needs of persons in the county, of a domain that the matrix denies for subsidies.</summary>
    private async Task<IReadOnlyList<string>> ForbiddenNeedsAsync()
    {
        Assert.Equal('D', SharingMatrix.LevelOf("county-wuhua", "SUBSIDY", "serviceNeed.education"));
        var data = await house.App.As("federation", "CERT").DataAsync(
            "{ serviceNeeds(first: 40, where: {domain: {eq: EDUCATION}, person: {hukou: {division: {code: {eq: \"530102\"}}}}}) { nodes { id } } }");
        return [.. data.GetProperty("serviceNeeds").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
    }

    private async Task AssertAlikeAsync(IReadOnlyList<(string Document, object Variables)> first, IReadOnlyList<(string Document, object Variables)> second)
    {
        var random = new Random(11);
        var log = house.App.Services.GetRequiredService<ReadLogEntries>();
        var expected = await _wuhua.AskAsync(first[0].Document, first[0].Variables);
        var before = await log.CountAsync();
        var times = (First: new List<long>(Samples), Second: new List<long>(Samples));
        for (var i = 0; i < 2 * (Samples + WarmUp); i++)
        {
            // One of each in every pair, in random order: a load that comes and goes meets both.
            var isFirst = i % 2 == 0 ? random.Next(2) == 0 : times.First.Count < times.Second.Count || (times.First.Count == times.Second.Count && random.Next(2) == 0);
            var (document, variables) = isFirst ? first[random.Next(first.Count)] : second[random.Next(second.Count)];
            var started = Stopwatch.GetTimestamp();
            var answer = await _wuhua.AskAsync(document, variables);
            var taken = Stopwatch.GetTimestamp() - started;

            Assert.Equal((HttpStatusCode.OK, expected.Text), (answer.Status, answer.Text));
            if (i >= 2 * WarmUp)
            {
                (isFirst ? times.First : times.Second).Add(taken);
            }
        }

        Assert.Equal(2 * (Samples + WarmUp), await log.CountAsync() - before);
        Assert.InRange(AreaUnderTheCurve(times.First, times.Second), 0.45, 0.55);
    }

    /// <summary>How often a sample of the first kind is slower than one of the second (Mann and Whitney); 0.5 where nobody can tell.</summary>
    internal static double AreaUnderTheCurve(List<long> first, List<long> second)
    {
        var ordered = second.Order().ToArray();
        var slower = first.Sum(time =>
        {
            var below = ordered.Count(other => other < time);
            return below + (ordered.Count(other => other == time) / 2.0);
        });
        return slower / ((double)first.Count * second.Count);
    }
}
