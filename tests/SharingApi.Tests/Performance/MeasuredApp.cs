using System.Text.Json;
using Domain.Access;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Reading;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Transport;
using SharingApi.Tests.Access;
using SharingApi.Tests.Stories;
using Testing;

namespace SharingApi.Tests.Performance;

/// <summary>The real server, asked below its transport, where what one request costs can be counted exactly.</summary>
public sealed class MeasuredApp : IAsyncLifetime
{
    private static readonly TimeSpan Applied = TimeSpan.FromSeconds(20);

    private readonly List<string> _statements = [];
    private SharingApp _app = null!;
    private IReadOnlyDictionary<string, string> _places = new Dictionary<string, string>();

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync();
        _places = await PlacesAsync();
        _app.Services.GetRequiredService<ReadConnections>().Running = statement => _statements.Add(statement.Sql);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>The statements that one request runs.</summary>
    internal async Task<IReadOnlyList<string>> StatementsOfAsync(MeasuredOperation operation, string? variables = null)
    {
        _statements.Clear();
        using var written = new PooledBuffer(1_000_000);
        await RunAsync(RequestOf(operation, variables ?? operation.Variables), operation, written);
        var answer = JsonDocument.Parse(written.Written);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        return [.. _statements];
    }

    /// <summary>Loads grants of other clients, all in force.</summary>
    internal Task GrantAsync(int count) => ManyGrants.LoadAsync(_app.Services, count);

    /// <summary>The bytes that one request allocates when all that can be cached is: the least of many, as the rest is chance.</summary>
    internal long BytesOf(MeasuredOperation operation)
    {
        const int Requests = 60;
        var request = RequestOf(operation, operation.Variables);
        return Enumerable.Range(0, Requests).Min(_ =>
        {
            using var written = new PooledBuffer(1_000_000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var run = RunAsync(request, operation, written);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

            // SQLite answers on the thread that asks: nothing was allocated anywhere else.
            Assert.True(run.IsCompletedSuccessfully);
            return bytes;
        });
    }

    /// <summary>A register with something in its feeds, a case that waits and receipts that may be asked for again.</summary>
    private async Task<IReadOnlyDictionary<string, string>> PlacesAsync()
    {
        var holders = await Holder.LivingAsync(_app, 3);
        await Reporting.ReportAsync(
            _app, "public-security", holders[1].Death("m-1"), (holders[2] with { Name = "赵无名" }).Death("m-2"));
        await new GrantRig(_app).GrantAsync(GrantRig.Reconciliation("public-security", ("person.lifeStatus", "CLEAR")));
        var federation = _app.As("federation", "CERT");
        var certificate = await federation.DataAsync(
            "query N($n: IdNumber!) { personByIdNumber(idNumber: $n) { certificate { number } } }", new { n = holders[0].IdNumber });
        var cases = await Eventually.Async(
            async () => (await _app.As("reviewer-1", "CERT").DataAsync("{ cases { nodes { id } } }")).GetProperty("cases").GetProperty("nodes"),
            static nodes => nodes.GetArrayLength() > 0,
            Applied);
        return new Dictionary<string, string>
        {
            ["%n"] = holders[0].IdNumber,
            ["%c"] = certificate.GetProperty("personByIdNumber").GetProperty("certificate").GetProperty("number").GetString()!,
            ["%k"] = cases[0].GetProperty("id").GetString()!,
        };
    }

    private GraphRequest RequestOf(MeasuredOperation operation, string variables) => new(
        File.ReadAllText(Path.Combine(Repository.Root, "schema", "operations", operation.Document + ".graphql")),
        null,
        null,
        new GraphQLSerializer().Deserialize<Inputs>(_places.Aggregate(
            variables, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal)))!,
        Inputs.Empty);

    private async Task RunAsync(GraphRequest request, MeasuredOperation measured, PooledBuffer written)
    {
        var operation = ContextOf(measured);
        var result = await _app.Services.GetRequiredService<GraphExecutor>().RunAsync(
            request, operation, OperationKinds.Query, _app.Services, CancellationToken.None);
        ResponseWriter.Write(written, result, operation);
    }

    private OperationContext ContextOf(MeasuredOperation measured)
    {
        var isUser = measured.Client.StartsWith("reviewer", StringComparison.Ordinal);
        var caller = new Caller(
            measured.Client,
            isUser ? "user" : null,
            isUser ? new HashSet<string> { Roles.CaseReview } : [],
            isUser ? ClientKind.User : ClientKind.Application);
        var now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return _app.Services.GetRequiredService<Disclosures>().AtAll(caller, measured.Purpose, now).Succeeded(out var disclosure, out var refusal)
            ? new OperationContext(caller, disclosure, new ReadRecord("request", null))
            : throw new InvalidOperationException(refusal.Reason);
    }
}
