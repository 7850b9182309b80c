using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Testing;
using Xunit.Abstractions;

namespace SharingApi.Tests.Hostile;

/// <summary>What malice must not cost the others: memory that is not given back.</summary>
[Collection(Alone.Name)]
public sealed class NeighbourTests(ITestOutputHelper output)
{
    /// <summary>Where the number of the round is written, so that each is a text that was never sent before.</summary>
    private const string Blank = "00000000";

    private const int WarmRounds = 6;
    private const int Rounds = 6;

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

    private async Task RoundsAsync(HttpClient http, string token, int first, int count)
    {
        for (var round = first; round < first + count; round++)
        {
            await Parallel.ForEachAsync(
                _inputs,
                new ParallelOptions { MaxDegreeOfParallelism = 4 },
                async (input, _) => await ThrowAsync(http, token, input, round));
        }
    }

    private static async Task ThrowAsync(HttpClient http, string token, byte[] input, int round)
    {
        var body = input.ToArray();
        if (body.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Blank)) is var place and >= 0)
        {
            Encoding.ASCII.GetBytes(round.ToString("D8", CultureInfo.InvariantCulture)).CopyTo(body, place);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Sharing-Purpose", "CERT");
        request.Content = new ByteArrayContent(body);
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
}
