using BenchmarkDotNet.Attributes;
using Domain.Access;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Transport;
using SharingApi.Hosting;

namespace Micro;

/// <summary>A request below its transport: disclosure, plan look-up, statement, row writer; and the cursor that ends a page.</summary>
[MemoryDiagnoser]
public class OperationBenchmarks
{
    private static readonly Caller Federation = new("federation", null, new HashSet<string>(StringComparer.Ordinal), ClientKind.Application);
    private static readonly byte[] Binding = new byte[32];
    private static readonly byte[] Row = new byte[17];

    private static readonly GraphRequest Typename = Request("{ __typename }");

    private static readonly GraphRequest Page = Request(
        """
        { persons(first: 50) { nodes { id name idNumber sex birthDate phone lifeStatus
          certificate { status level } community { code name } managementUnit { code name } } } }
        """);

    private static readonly GraphRequest Count = Request(
        """{ persons(first: 1, where: { certificate: { status: { eq: ACTIVE } } }) { totalCount } }""");

    private string _directory = "";
    private WebApplication _app = null!;
    private GraphExecutor _executor = null!;
    private Disclosures _disclosures = null!;
    private Cursors _cursors = null!;
    private DateTimeOffset _now;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _directory = Directory.CreateTempSubdirectory("sharing-micro-").FullName;
        _app = await SharingServer.BuildAsync(
            ["--environment=Development", $"--DataDirectory={_directory}", "--Register:Persons=2000", "--Register:Seed=7"],
            FoundingProgress.SilentAsync,
            CancellationToken.None);
        _executor = _app.Services.GetRequiredService<GraphExecutor>();
        _disclosures = _app.Services.GetRequiredService<Disclosures>();
        _cursors = _app.Services.GetRequiredService<Cursors>();
        _now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark]
    public bool DecideDisclosure() => _disclosures.AtAll(Federation, Purpose.Cert, _now).Succeeded(out _, out _);

    [Benchmark]
    public string SealCursor() => _cursors.Seal(Binding, Row);

    [Benchmark]
    public Task<int> AskTypename() => RunAsync(Typename);

    [Benchmark]
    public Task<int> ReadFiftyPersons() => RunAsync(Page);

    [Benchmark]
    public Task<int> CountPersons() => RunAsync(Count);

    private async Task<int> RunAsync(GraphRequest request)
    {
        _ = _disclosures.AtAll(Federation, Purpose.Cert, _now).Succeeded(out var disclosure, out _);
        var operation = new OperationContext(Federation, disclosure!, new ReadRecord("request", null));
        var result = await _executor.RunAsync(request, operation, OperationKinds.Query, _app.Services, CancellationToken.None);
        using var written = new PooledBuffer(1_000_000);
        ResponseWriter.Write(written, result, operation);
        return written.Written.Length;
    }

    private static GraphRequest Request(string document) =>
        new(document, null, null, new GraphQLSerializer().Deserialize<Inputs>("{}")!, Inputs.Empty);
}
