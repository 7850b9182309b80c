using System.Buffers;
using System.Text;
using System.Text.Json;
using Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Encryption;
using Persistence.Notices;
using Persistence.Persons;
using Persistence.Providers;
using Persistence.Reading;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Cases;
using SharingApi.Graph;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Transport;
using SharingApi.Persons;
using SharingApi.Places;
using SharingApi.ServiceNeeds;

namespace SharingApi.Tests.Plans;

/// <summary>A small register of invented people, and the graph over it without HTTP around.</summary>
public sealed class PlanHouse : IAsyncLifetime
{
    internal const int People = 60;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"plans-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
    private readonly ServiceProvider _services;
    private readonly List<string> _statements = [];

    public PlanHouse()
    {
        var keys = Keys.Fresh();
        var contexts = new Contexts($"Data Source={_file}", new FieldCipher(keys.Fields));
        Index = new BlindIndex(keys.Index);
        using (var db = contexts.CreateDbContext())
        {
            db.Database.EnsureCreated();
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
            new SmallRegister(Index).Fill(db);
        }

        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Register:AllowSyntheticArea", "true")]).Build())
            .AddSingleton(keys)
            .AddSingleton(new FieldCipher(keys.Fields))
            .AddSingleton<NoticeEnvelope>()
            .AddSingleton(Index)
            .AddSingleton<IDbContextFactory<SharingDbContext>>(contexts)
            .AddSingleton<MergedPersons>()
            .AddSingleton<IReadDatabase>(new SqliteReads($"Data Source={_file}"))
            .AddSingleton<RootFieldCheck>(static (_, _) => null)
            .AddGraph()
            .AddReadPlans()
            .AddPersons()
            .AddServiceNeeds()
            .AddPlaces()
            .AddCases()
            .BuildServiceProvider();
        _services.GetRequiredService<ReadConnections>().Running = statement => _statements.Add(statement.Sql);
        Schema = _services.GetRequiredService<SharingSchema>();
        Schema.Initialize();
    }

    internal BlindIndex Index { get; }

    internal SharingSchema Schema { get; }

    internal PlanCache Cache => _services.GetRequiredService<PlanCache>();

    internal ReadConnections Connections => _services.GetRequiredService<ReadConnections>();

    /// <summary>Asks, and keeps what was asked of the database.</summary>
    internal async Task<Answer> AskAsync(Asker asker, string query, string? variables = null)
    {
        _statements.Clear();
        var operation = asker.Operation();
        var result = await _services.GetRequiredService<GraphExecutor>().RunAsync(
            new GraphRequest(query, null, null, variables is null ? GraphQL.Inputs.Empty : Inputs(variables), GraphQL.Inputs.Empty),
            operation,
            OperationKinds.Query | OperationKinds.Mutation,
            _services,
            CancellationToken.None);
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(body, result, operation);
        return new Answer(
            Encoding.UTF8.GetString(body.WrittenSpan), JsonDocument.Parse(body.WrittenMemory.ToArray()).RootElement, [.. _statements], operation);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
        {
            File.Delete(path);
        }
    }

    private static GraphQL.Inputs Inputs(string variables) => new GraphQL.SystemTextJson.GraphQLSerializer().Deserialize<GraphQL.Inputs>(variables)!;

    private sealed class Contexts(string connectionString, FieldCipher cipher) : IDbContextFactory<SharingDbContext>
    {
        private readonly Sqlite _provider = new();

        public SharingDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SharingDbContext>();
            _provider.Use(options, connectionString);
            return new SharingDbContext(options.Options, _provider, cipher);
        }
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(string Text, JsonElement Json, IReadOnlyList<string> Statements, OperationContext Operation)
{
    public JsonElement Data => Json.GetProperty("data");

    public string? Code => Json.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}

/// <summary>A caller with levels of its own choosing.</summary>
internal sealed record Asker(string Client = "federation", Purpose Purpose = Purpose.Cert, RowScope? Scope = null, ClientKind Kind = ClientKind.Application)
{
    private readonly Dictionary<CatalogueItem, DisclosureLevel> _levels = [];
    private readonly HashSet<string> _roles = [];

    public Asker With(CatalogueItem item, DisclosureLevel level)
    {
        _levels[item] = level;
        return this;
    }

    public Asker InRole(string role)
    {
        _roles.Add(role);
        return this;
    }

    public OperationContext Operation() => new(
        new Caller(Client, null, _roles, Kind),
        new Disclosure(
            Client, Purpose, Scope ?? RowScope.City, [.. CatalogueItem.All.Select(item => _levels.GetValueOrDefault(item, DisclosureLevel.Clear))]),
        new ReadRecord("request", null));
}
