using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Persistence.Reading;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>
/// Random grants and random documents: no value above its level stands anywhere, neither in the response nor in its errors and
/// cursors nor in the log nor in the SQL; and who probes with a hit learns what who probes with a miss learns.
/// </summary>
public sealed class RandomGrantsTests : IAsyncLifetime, IDisposable
{
    private const int Grants = 12;
    private const int Documents = 40;

    /// <summary>Columns that nothing but their own item needs.</summary>
    private static readonly (string Item, string Column)[] Columns =
    [
        ("person.ethnicity", "\"Ethnicity\""), ("person.phone", "\"Phone\""), ("person.guardian", "\"GuardianName\""),
        ("person.guardianPhone", "\"GuardianPhone\""), ("person.hukouAddress", "\"HukouAddress\""), ("person.residence", "\"ResidenceAddress\""),
        ("subsidy.dibao", "\"IsOnSubsistenceAllowance\""), ("certificate.statusReason", "\"CertificateStatusReason\""),
        ("certificate.components", "\"CertificateComponents\""),
    ];

    private readonly Lines _log = new();
    private readonly ConcurrentQueue<string> _statements = new();
    private SharingApp _app = null!;
    private StoredValues _stored = null!;

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync(
            "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft.AspNetCore=Trace", "Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
            "Logging:LogLevel:Microsoft.IdentityModel=Trace", "Logging:Console:LogLevel:Default=None");
        _stored = await StoredValues.ReadAsync(_app);
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        _app.Services.GetRequiredService<ReadConnections>().Running = statement => _statements.Enqueue(statement.Sql);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_value_stands_anywhere_above_its_level(int seed)
    {
        var random = new Random(seed);
        var caller = _app.As(RandomGrants.Client, RandomGrants.Name);
        for (var grant = 0; grant < Grants; grant++)
        {
            var levels = await RandomGrants.DrawAsync(_app, random);
            for (var i = 0; i < Documents; i++)
            {
                _statements.Clear();
                var asked = RandomPersonDocument.Draw(random, _stored);

                var answer = await caller.AskAsync(asked.Document);

                AssertLevels(asked, levels, answer);
                AssertStatements(levels);
            }
        }

        Assert.True(_log.Count > 100, "Nothing was logged: the search of the log proves nothing.");
        Assert.DoesNotContain(_log, line => _stored.FoundIn(line) is not null);
    }

    [Theory]
    [InlineData(4)]
    public async Task Probing_with_a_hit_is_answered_as_probing_with_a_miss(int seed)
    {
        var random = new Random(seed);
        var caller = _app.As(RandomGrants.Client, RandomGrants.Name);
        for (var grant = 0; grant < Grants; grant++)
        {
            var levels = await RandomGrants.DrawAsync(_app, random);
            foreach (var (item, select, field) in RandomPersonDocument.Probes.Where(probe => levels[probe.Item] != DisclosureLevel.Clear))
            {
                var hit = _stored.Some(select, random)!;
                var (found, missed) = (await ProbeAsync(caller, field, hit), await ProbeAsync(caller, field, RandomPersonDocument.MissOf(select, hit)));

                Assert.Equal((item, HttpStatusCode.Forbidden, found.Text), (item, missed.Status, missed.Text));
                Assert.Equal(["AUTH_FILTER_NOT_AUTHORIZED"], found.Codes);
            }
        }
    }

    private static Task<Answer> ProbeAsync(Asker caller, string field, string value) => caller.AskAsync(
        $"{{ persons(first: 1, where: {{{field.Replace("%v", value, StringComparison.Ordinal)}}}) {{ totalCount nodes {{ id }} }} }}");

    private void AssertLevels(AskedPersons asked, IReadOnlyDictionary<string, DisclosureLevel> levels, Answer answer)
    {
        if (asked.FilterItem is { } filter && levels[filter] != DisclosureLevel.Clear)
        {
            Assert.Equal((HttpStatusCode.Forbidden, false), (answer.Status, answer.HasData));
            Assert.Equal(["AUTH_FILTER_NOT_AUTHORIZED"], answer.Codes);
        }
        else if (answer.HasData)
        {
            foreach (var (item, select) in asked.Fields)
            {
                var path = $"{asked.Root}.{SharingMatrix.PathOf(select)}".Split('.');
                Assert.All(SharingMatrix.LeavesOf(answer.Data, path), value => Assert.True(
                    IsAllowed(select, levels[item], value), $"{select} at {levels[item]} is more than it may be in {asked.Document}"));
            }
        }

        Assert.True(answer.HasData || answer.Codes.Count > 0);
        Assert.Null(_stored.FoundIn(WithoutClearLeaves(asked, levels, answer)));
    }

    private bool IsAllowed(string select, DisclosureLevel level, string? value) => (level, value) switch
    {
        (_, null) => true,
        (DisclosureLevel.Clear, _) => _stored.Has(select, value) || value is "True" or "False" || int.TryParse(value, out _),
        (DisclosureLevel.Masked, _) => SharingMatrix.IsMasked(select, value) && !_stored.Has(select, value),
        _ => false,
    };

    /// <summary>The whole response but for what may be seen in clear, cursors as the bytes that they encode.</summary>
    private static string WithoutClearLeaves(AskedPersons asked, IReadOnlyDictionary<string, DisclosureLevel> levels, Answer answer)
    {
        var root = JsonNode.Parse(answer.Text)!;
        foreach (var (_, select) in asked.Fields.Where(field => levels[field.Item] == DisclosureLevel.Clear))
        {
            Remove(root["data"], $"{asked.Root}.{SharingMatrix.PathOf(select)}".Split('.'));
        }

        var text = new StringBuilder(root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (root["data"]?["persons"]?["pageInfo"]?["endCursor"]?.GetValue<string>() is { } cursor)
        {
            var padded = cursor.Replace('-', '+').Replace('_', '/');
            text.Append(Encoding.UTF8.GetString(Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='))));
        }

        return text.ToString();
    }

    private static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list)
            {
                Remove(element, path);
            }
        }
        else if (node is JsonObject parent && path.Length == 1)
        {
            parent.Remove(path[0]);
        }
        else if (node is JsonObject inner)
        {
            Remove(inner[path[0]], path[1..]);
        }
    }

    private void AssertStatements(IReadOnlyDictionary<string, DisclosureLevel> levels)
    {
        Assert.All(_statements, sql =>
        {
            Assert.Null(_stored.FoundIn(sql));
            Assert.All(Columns.Where(column => levels[column.Item] > DisclosureLevel.Masked), column =>
                Assert.DoesNotContain(column.Column, sql, StringComparison.Ordinal));
        });
    }

    /// <summary>Every line that the server logs.</summary>
    private sealed class Lines : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
