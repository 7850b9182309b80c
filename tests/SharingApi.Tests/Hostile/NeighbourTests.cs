using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Testing;
using Xunit.Abstractions;

namespace SharingApi.Tests.Hostile;

/// <summary>What malice costs the others: memory that is not given back, and time.</summary>
[Collection(Alone.Name)]
public sealed class NeighbourTests(ITestOutputHelper output)
{
    /// <summary>Where the number of the round is written, so that each is a text that was never sent before.</summary>
    private const string Blank = "00000000";

    private const int WarmRounds = 6;
    private const int Rounds = 6;
    private const int Windows = 7;
    private const int RequestsInWindow = 100;

    /// <summary>As bytes, so that the client needs none of the pools that it shares with the server.</summary>
    private readonly byte[][] _inputs =
    [
        .. HostileInputs.Documents.Select(input => JsonSerializer.SerializeToUtf8Bytes(new { query = $"{input[1]}\n# {Blank}" })),
        .. HostileInputs.Bodies.Select(input => Encoding.UTF8.GetBytes((string)input[1])),
    ];

    [Fact]
    public async Task What_hostile_inputs_took_is_given_back()
    {
        await using var app = await SharingApp.StartAsync();
        var token = await new TokenDesk(app.Http).TokenOfAsync("federation");

        // Pools and caches reach their size first, all of which have one; each round is new to them.
        await RoundsAsync(app.Http, token, 0, WarmRounds);
        var before = SettledBytes();
        await RoundsAsync(app.Http, token, WarmRounds, Rounds);
        var after = SettledBytes();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before / 1e6:0.0} MB before, {after / 1e6:0.0} MB after"));
        Assert.InRange(after, 0, before * 11 / 10);
    }

    /// <remarks>
    /// Twice as long as beside a client who is as busy with honest work: a second client costs the first something on few cores,
    /// whatever it asks for, and that is not malice.
    /// </remarks>
    [Fact]
    public async Task Others_wait_at_most_twice_as_long_while_one_is_hostile()
    {
        var directory = Directory.CreateTempSubdirectory("sharing-neighbour-").FullName;
        using var server = await SharingProcess.StartAsync(directory, "--Register:Persons=600", "--Logging:LogLevel:Default=Error");
        var honest = server.As("civil-affairs", "SUBSIDY");
        var token = await new TokenDesk(server.Http).TokenOfAsync("federation");
        await RoundsAsync(server.Http, token, 0, 1);
        await WindowAsync(honest);

        // By turns, so that whatever else the machine does strikes all alike.
        var (alone, besideOrdinary, besideHostile) = (new List<double>(Windows), new List<double>(Windows), new List<double>(Windows));
        for (var i = 1; i <= Windows; i++)
        {
            alone.Add(await WindowAsync(honest));
            besideOrdinary.Add(await WindowBesideAsync(honest, stop => OrdinaryAsync(server.As("health", "REHAB"), stop)));
            besideHostile.Add(await WindowBesideAsync(honest, stop => MaliceAsync(server.Http, token, i * 1_000, stop)));
        }

        var (quiet, ordinary, hostile) = (Median(alone), Median(besideOrdinary), Median(besideHostile));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"p99 {quiet:0.0} ms alone, {ordinary:0.0} ms beside an ordinary client, {hostile:0.0} ms beside a hostile one"));
        await server.KillAsync();
        Directory.Delete(directory, recursive: true);
        Assert.InRange(hostile, 0, 2 * ordinary);
    }

    private static async Task<double> WindowBesideAsync(Asker honest, Func<CancellationToken, Task> neighbour)
    {
        using var stop = new CancellationTokenSource();
        var busy = neighbour(stop.Token);
        var waited = await WindowAsync(honest);
        await stop.CancelAsync();
        await busy;
        return waited;
    }

    /// <summary>Somebody who asks for an ordinary page, and for the next as soon as it is there.</summary>
    private static async Task OrdinaryAsync(Asker ordinary, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ordinary.DataAsync("{ persons(first: 50) { nodes { id name lifeStatus certificate { status level } } } }");
        }
    }

    /// <summary>The 99th percentile of what one well-behaved client waits, request after request, in milliseconds.</summary>
    private static async Task<double> WindowAsync(Asker honest)
    {
        var waited = new List<double>(RequestsInWindow);
        for (var i = 0; i < RequestsInWindow; i++)
        {
            var watch = Stopwatch.StartNew();
            await honest.DataAsync("{ persons(first: 20) { nodes { id name lifeStatus certificate { status } } } }");
            waited.Add(watch.Elapsed.TotalMilliseconds);
        }

        return waited.Order().ElementAt(RequestsInWindow * 99 / 100 - 1);
    }

    /// <summary>The worst of neighbours: one hostile input after another, from memory that it has already, for it shares the client's process.</summary>
    private async Task MaliceAsync(HttpClient http, string token, int round, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            round++;
            foreach (var input in _inputs)
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                await ThrowAsync(http, token, input, round);
            }
        }
    }

    private async Task RoundsAsync(HttpClient http, string token, int first, int count)
    {
        for (var round = first; round < first + count; round++)
        {
            await Parallel.ForEachAsync(
                _inputs,
                new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (input, _) => await ThrowAsync(http, token, input.ToArray(), round));
        }
    }

    private static async Task ThrowAsync(HttpClient http, string token, byte[] input, int round)
    {
        if (input.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Blank)) is var place and >= 0)
        {
            Encoding.ASCII.GetBytes(round.ToString("D8", CultureInfo.InvariantCulture)).CopyTo(input, place);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Sharing-Purpose", "CERT");
        request.Content = new ByteArrayContent(input);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        await response.Content.CopyToAsync(Stream.Null);
    }

    /// <summary>Bytes that are still held when nothing more can be collected: the least of several looks.</summary>
    private static long SettledBytes() => Enumerable.Range(0, 5).Min(_ =>
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    });

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
