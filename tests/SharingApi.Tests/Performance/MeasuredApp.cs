using System.Text.Json;
using Domain.Access;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using Persistence.Reading;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Transport;
using Testing;

namespace SharingApi.Tests.Performance;

/// <summary>The real server, asked below its transport, where what one request costs can be counted exactly.</summary>
public sealed class MeasuredApp : IAsyncLifetime
{
    private readonly List<string> _statements = [];
    private SharingApp _app = null!;
    private string _idNumber = "";

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync();
        _idNumber = (await Holder.LivingAsync(_app, 1))[0].IdNumber;
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

    /// <summary>Loads grants of other clients, all in force: one for each of the purposes of as many bureaus as it takes.</summary>
    public async Task GrantAsync(int count)
    {
        var now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using (var db = await _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>().CreateDbContextAsync())
        {
            var templates = await db.Grants.AsNoTracking().Include(grant => grant.Items).Where(grant => grant.Client == "civil-affairs").ToListAsync();
            for (var i = 0; i < count; i++)
            {
                var (template, bureau) = (templates[i % templates.Count], $"bureau-{i / templates.Count}");
                if (i % templates.Count == 0)
                {
                    db.Clients.Add(BureauOf(bureau));
                }

                db.Grants.Add(Copy(template, bureau, Guid.CreateVersion7(now)));
            }

            await db.SaveChangesAsync();
        }

        await _app.Services.GetRequiredService<Disclosures>().ReloadAsync(CancellationToken.None);
    }

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

    private static ClientSystem BureauOf(string id) => new()
    {
        Id = id,
        Department = Department.CivilAffairs,
        Office = "bureau",
        Kind = ClientKind.Application,
        ScopeKind = RowScopeKind.City,
    };

    private static Grant Copy(Grant template, string client, Guid id) => new()
    {
        Id = id,
        Client = client,
        Purpose = template.Purpose,
        ScopeKind = template.ScopeKind,
        From = template.From,
        State = GrantState.Active,
        Items = [.. template.Items.Select(item => new GrantItem { GrantId = id, Item = item.Item, Level = item.Level })],
    };

    private GraphRequest RequestOf(MeasuredOperation operation, string variables) => new(
        File.ReadAllText(Path.Combine(Repository.Root, "schema", "operations", operation.Document + ".graphql")),
        null,
        null,
        new GraphQLSerializer().Deserialize<Inputs>(variables.Replace("%n", _idNumber, StringComparison.Ordinal))!,
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
