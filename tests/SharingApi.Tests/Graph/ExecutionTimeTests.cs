using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Audit;
using Persistence.Reading;
using Testing;

namespace SharingApi.Tests.Graph;

/// <summary>A query has its time; when that is over, or when its client is gone, the database stops in the middle of the statement.</summary>
public sealed class ExecutionTimeTests
{
    /// <summary>Generous for a busy machine, and well below the time that the query would take if it were let run.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_query_whose_time_is_over_is_interrupted_and_told_how_to_mend_it()
    {
        await using var app = await SharingApp.StartAsync("Limits:ExecutionSeconds=1", "Limits:Cost=100000000");
        var watch = Stopwatch.StartNew();

        var answer = await app.As("federation", "CERT").AskAsync(Query, Endless);

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.5), Promptly);
        Assert.Equal((false, "LIMIT_EXECUTION"), (answer.HasData, answer.Codes.Single()));
        var said = answer.Errors[0].GetProperty("extensions");
        Assert.Equal((1, 100_000_000), (said.GetProperty("limit").GetInt32(), said.GetProperty("costLimit").GetInt32()));
        Assert.InRange(said.GetProperty("cost").GetInt32(), 1_000, 100_000_000);
        var entry = Assert.Single(await LoggedAsync(app));
        Assert.Equal((ReadOutcome.Refused, 0, "persons"), (entry.Outcome, entry.PersonCount, entry.RootFields));
        await StillReadsAsync(app);
    }

    [Fact]
    public async Task A_client_that_hangs_up_stops_its_statement_and_is_recorded_all_the_same()
    {
        await using var app = await SharingApp.StartAsync("Limits:ExecutionSeconds=600", "Limits:Cost=100000000");
        var runs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Services.GetRequiredService<ReadConnections>().Running = _ => runs.TrySetResult();
        using var hangUp = new CancellationTokenSource();

        var asking = SendAsync(app, Slow, hangUp.Token);
        await runs.Task.WaitAsync(Promptly);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        // The entry is written when the statement has ended.
        var entry = (await Eventually.Async(() => LoggedAsync(app), entries => entries.Count > 0, Promptly)).Single();
        Assert.Equal((ReadOutcome.Refused, 0), (entry.Outcome, entry.PersonCount));
        await StillReadsAsync(app);
    }

    [Fact]
    public async Task A_socket_that_completes_an_operation_stops_its_statement()
    {
        await using var app = await SharingApp.StartAsync("Limits:ExecutionSeconds=600", "Limits:Cost=100000000");
        var runs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Services.GetRequiredService<ReadConnections>().Running = _ => runs.TrySetResult();
        using var client = await Streams.SocketClient.OpenAsync(app.Address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["authorization"] = $"Bearer {await new TokenDesk(app.Http).TokenOfAsync("federation")}",
            ["purpose"] = "CERT",
        });

        await client.SubscribeAsync("a", Query, Endless);
        await runs.Task.WaitAsync(Promptly);
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await client.SubscribeAsync("b", "{ __typename }");

        Assert.Equal("b", (await client.ReceiveAsync()).GetProperty("id").GetString());
        Assert.Equal(ReadOutcome.Refused, (await Eventually.Async(() => LoggedAsync(app), entries => entries.Count > 0, Promptly)).Single().Outcome);
    }

    [Fact]
    public async Task The_others_of_a_batch_are_answered()
    {
        await using var app = await SharingApp.StartAsync("Limits:ExecutionSeconds=1", "Limits:Cost=100000000");
        object[] batch = [new { query = "{ viewer { client } }" }, Slow, new { query = "{ persons(first: 1) { nodes { id } } }" }];

        using var response = await SendAsync(app, batch, CancellationToken.None);

        var members = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(members[0].TryGetProperty("data", out _));
        Assert.Contains("LIMIT_EXECUTION", members[1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, members[2].GetProperty("data").GetProperty("persons").GetProperty("nodes").GetArrayLength());
        Assert.Equal(2, (await LoggedAsync(app)).Count);
    }

    private const string Query = "query Q($where: PersonFilterInput) { persons(first: 1, where: $where) { totalCount nodes { id } } }";

    /// <summary>
    /// Looks through the needs of everybody, and for each through those of whoever needs it, five times over, for one of two thousand
    /// names that nobody has: half a minute where it is let run, over a register of six hundred persons.
    /// </summary>
    private static object Endless { get; } = new { where = new { or = Enumerable.Range(0, 8).Select(Search).ToArray() } };

    private static object Slow { get; } = new { query = Query, variables = Endless };

    private static object Search(int number)
    {
        object filter = new { or = Enumerable.Range(0, 20).Select(group => new { or = Names(number, group) }).ToArray() };
        for (var i = 0; i < 5; i++)
        {
            filter = new { serviceNeeds = new { some = new { person = filter } } };
        }

        return filter;
    }

    private static object[] Names(int number, int group) =>
        [.. Enumerable.Range(0, 100).Select(i => new { name = new { contains = $"{number}-{group}-{i}" } })];

    private static async Task<IReadOnlyList<ReadLogEntry>> LoggedAsync(SharingApp app) =>
        await app.Services.GetRequiredService<ReadLogEntries>().NewestAsync(100);

    /// <summary>As often as there are connections: none of them is left interrupted.</summary>
    private static async Task StillReadsAsync(SharingApp app)
    {
        for (var i = 0; i < 20; i++)
        {
            await app.As("federation", "CERT").DataAsync("{ persons(first: 2) { totalCount nodes { id name } } }");
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(
        SharingApp app, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Headers.Authorization = new("Bearer", await new TokenDesk(app.Http).TokenOfAsync("federation"));
        request.Headers.Add("Sharing-Purpose", "CERT");
        request.Content = new StringContent(JsonSerializer.Serialize(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await app.Http.SendAsync(request, cancellationToken);
    }
}
