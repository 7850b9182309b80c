using System.Globalization;
using System.Text.Json;
using Domain.Notices;
using Domain.Persons;
using Domain.Shared;
using Domain.StatusChanges;
using Domain.Tests.StatusChanges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence;
using SharingApi.Tests.Stories;
using Testing;

namespace SharingApi.Tests.StatusChanges;

/// <summary>
/// Every row of the two tables, and every pair of rows in both orders of arrival, over HTTP against a running server: the register
/// is what the naive fold says, receivers can rebuild it from what they are told, and everything can be taken back.
/// </summary>
public sealed class PairsOfRowsTests : IAsyncLifetime
{
    private const string States = """
        query States($ids: [ID!]!) {
          nodes(ids: $ids) {
            ... on Person {
              id name lifeStatus deathDate
              hukou { division { code } community { code } status since }
              managementUnit { code } community { code }
              certificate { status statusReason }
              residence { community { code } observedAt isHere }
            }
          }
        }
        """;

    /// <summary>After the correction of a declared death: a real death was proved, or the court named another day (D5).</summary>
    private const string Dead = "DECEASED or DECLARED_DEAD";

    private static readonly DateOnly Today = new(2026, 6, 1);

    private SharingApp _app = null!;
    private KnownCommunities _known = null!;
    private List<Case> _cases = [];

    public async Task InitializeAsync()
    {
        _app = await SharingApp.StartAsync("Clock:Start=2026-06-01T02:00:00Z", "Register:Persons=2000");
        _cases = await CasesAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Two_rows_give_one_state_in_either_order_and_each_can_be_taken_back()
    {
        await ReportAsync(one => one.First);
        await HoldsAsync(one => [one.First]);
        await ToldAsync();

        await ReportAsync(one => one.Second);
        await HoldsAsync(one => [one.First, one.Second]);
        await RebuiltAsync();

        // Whichever goes first: half of the pairs lose the one that came first, half the one that came last.
        await WithdrawAsync(one => one.Number % 2 == 0 ? one.First : one.Second);
        await HoldsAsync(one => one.Number % 2 == 0 ? [one.Second] : [one.First]);
        await WithdrawAsync(one => one.Number % 2 == 0 ? one.Second : one.First);
        await HoldsAsync(_ => []);
        await RebuiltAsync();
    }

    private async Task<List<Case>> CasesAsync()
    {
        await using var db = await Register().CreateDbContextAsync();
        var communities = await db.Communities.AsNoTracking().ToListAsync();
        _known = new(communities);
        var alive = await db.Persons.AsNoTracking()
            .Where(person => person.LifeStatus == LifeStatus.Alive && person.CertificateStatus == CertificateStatus.Active &&
                person.HukouStatus == HukouStatus.Registered && person.TransferUnitCode == null && person.HukouCommunityCode != null &&
                person.ManagementUnitCode == person.HukouDivisionCode && person.CertificateValidUntil > Today.AddYears(1) &&
                (person.ResidenceObservedAt == null || person.ResidenceObservedAt < new DateOnly(2026, 5, 1)) &&
                !db.FormerIdentities.Any(former => former.PersonId == person.Id || former.IdNumberIndex == person.IdNumberIndex) &&
                db.Persons.Count(other => other.IdNumberIndex == person.IdNumberIndex) == 1)
            .OrderBy(person => person.Id)
            .ToListAsync();
        var rows = RowOfTables.All;
        var pairs = from early in rows from late in rows from isTurned in new[] { false, true } select (early, late, isTurned);
        return [.. pairs.Zip(alive, (pair, person) => new { pair, person }).Select((given, i) =>
            Case.Of(i, given.person, HomeOfPerson.Of(given.person, communities), given.pair.early, given.pair.late, given.pair.isTurned))];
    }

    private async Task ReportAsync(Func<Case, Sent> which)
    {
        foreach (var sender in _cases.Select(which).GroupBy(sent => sent.Row.Client, StringComparer.Ordinal))
        {
            await Reporting.ReportAsync(_app, sender.Key, [.. sender.Select(sent => RowOfTables.Sent(sent.Notice))]);
        }

        await AppliedAsync();
    }

    private async Task WithdrawAsync(Func<Case, Sent> which)
    {
        foreach (var sent in _cases.Select(which))
        {
            await Reporting.WithdrawAsync(_app, sent.Row.Client, "w-" + sent.Notice.MessageId, sent.Notice.MessageId);
        }

        await AppliedAsync();
    }

    private Task<int> AppliedAsync() => Eventually.Async(
        async () =>
        {
            await using var db = await Register().CreateDbContextAsync();
            return await db.Inbox.CountAsync();
        },
        waiting => waiting == 0,
        TimeSpan.FromMinutes(1));

    /// <summary>The register says of everybody what the naive fold says.</summary>
    private async Task HoldsAsync(Func<Case, Sent[]> standing)
    {
        List<string> differences = [];
        foreach (var chunk in _cases.Chunk(200))
        {
            var nodes = (await _app.As("federation", "CERT").DataAsync(States, new { ids = chunk.Select(one => IdOf(one.Person)) })).GetProperty("nodes");
            differences.AddRange(chunk.Zip(nodes.EnumerateArray(), (one, node) =>
            {
                var (wanted, shown) = (Text(Expected(one, standing(one))), Text(node));
                return wanted == shown ? null : $"{one}: {wanted} expected, {shown} shown";
            }).OfType<string>());
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {_cases.Count}:\n{string.Join('\n', differences.Take(12))}");
    }

    /// <summary>After the first notice alone, receivers have been told what the table of api.md 4 says for its row.</summary>
    private async Task ToldAsync()
    {
        var told = await FeedAsync();
        Assert.All(_cases, one => Assert.Equal(
            $"{one.First.Row}: {one.First.Row.Told}",
            $"{one.First.Row}: {string.Join(' ', told[IdOf(one.Person)].Select(change => change.GetProperty("type").GetString()))}"));
    }

    /// <summary>A receiver that knows only what it was told knows the life, the certificate and the division of everybody.</summary>
    private async Task RebuiltAsync()
    {
        var told = await FeedAsync();
        var shown = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var chunk in _cases.Chunk(200))
        {
            foreach (var node in (await _app.As("federation", "CERT").DataAsync(States, new { ids = chunk.Select(one => IdOf(one.Person)) })).GetProperty("nodes").EnumerateArray())
            {
                shown[node.GetProperty("id").GetString()!] = node;
            }
        }

        Assert.All(_cases, one =>
        {
            var (life, held, division) = ("ALIVE", "", one.Person.HukouDivisionCode);
            foreach (var change in told[IdOf(one.Person)])
            {
                (life, held, division) = change.GetProperty("type").GetString() switch
                {
                    "DEATH_REPORTED" => ("DEATH_REPORTED", held, division),
                    "DEATH_CONFIRMED" => ("DECEASED", held, division),
                    "DEATH_DECLARED" => ("DECLARED_DEAD", held, division),
                    "DEATH_CORRECTED" when life == "DECLARED_DEAD" => (Dead, held, division),
                    "DEATH_REVERSED" => ("ALIVE", held, division),
                    "CERTIFICATE_FROZEN" => (life, "FROZEN", division),
                    "CERTIFICATE_CANCELLED" => (life, "CANCELLED", division),
                    "CERTIFICATE_UNFROZEN" or "CERTIFICATE_REINSTATED" => (life, "", division),
                    "RELOCATED" => (life, held, change.GetProperty("toDivision").GetString()!),
                    _ => (life, held, division),
                };
            }

            var node = shown[IdOf(one.Person)];
            var shownLife = node.GetProperty("lifeStatus").GetString()!;
            life = life == Dead && shownLife is ("DECEASED" or "DECLARED_DEAD") ? shownLife : life;
            var status = node.GetProperty("certificate").GetProperty("status").GetString()!;
            Assert.Equal(
                $"{one}: {shownLife} {(status is "FROZEN" or "CANCELLED" ? status : "")} {node.GetProperty("hukou").GetProperty("division").GetProperty("code")}",
                $"{one}: {life} {held} {division}");
        });
    }

    private PersonState Expected(Case one, Sent[] standing)
    {
        EvidenceFact[] facts =
        [
            .. standing.Where(sent => sent.Row.Stands).Select(sent => new EvidenceFact
            {
                Id = new(Guid.Empty),
                Position = sent == one.First ? 1 : 2,
                Rank = 0,
                ReceivedAt = Shanghai.MidnightOf(Today),
                Notice = sent.Notice,
            }),
        ];
        return NaiveFold.Of(facts, [], Today, one.Person.State, _known);
    }

    private async Task<ILookup<string, JsonElement>> FeedAsync()
    {
        List<JsonElement> all = [];
        string? after = null;
        while (true)
        {
            var page = (await _app.As("federation", "CERT").DataAsync(
                "query F($after: String) { statusChanges(first: 200, after: $after) { nodes { sequence type toDivision person { id } } pageInfo { hasNextPage endCursor } } }",
                new { after })).GetProperty("statusChanges");
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(change => change.GetProperty("sequence").GetInt32()));
        return all.Where(change => change.GetProperty("person").ValueKind == JsonValueKind.Object)
            .ToLookup(change => change.GetProperty("person").GetProperty("id").GetString()!);
    }

    private IDbContextFactory<SharingDbContext> Register() => _app.Services.GetRequiredService<IDbContextFactory<SharingDbContext>>();

    private static string IdOf(Person person) => $"person_{person.Id.Value:N}";

    private static string Text(PersonState state) => string.Join(
        ' ',
        state.Identity!.Name,
        ApiName.Of(state.LifeStatus),
        state.DeathDate?.Text,
        state.HukouDivisionCode,
        state.HukouCommunityCode,
        ApiName.Of(state.HukouStatus),
        state.HukouSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        state.ManagementUnitCode,
        state.CommunityCode,
        ApiName.Of(state.CertificateStatus),
        state.CertificateStatusReason is { } reason ? ApiName.Of(reason) : null,
        state.Residence!.CommunityCode,
        state.Residence.ObservedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        state.Residence.IsHere);

    private static string Text(JsonElement node)
    {
        var (hukou, certificate, residence) = (node.GetProperty("hukou"), node.GetProperty("certificate"), node.GetProperty("residence"));
        return string.Join(
            ' ',
            node.GetProperty("name").GetString(),
            node.GetProperty("lifeStatus").GetString(),
            node.GetProperty("deathDate").GetString(),
            hukou.GetProperty("division").GetProperty("code").GetString(),
            CodeIn(hukou.GetProperty("community")),
            hukou.GetProperty("status").GetString(),
            hukou.GetProperty("since").GetString(),
            node.GetProperty("managementUnit").GetProperty("code").GetString(),
            CodeIn(node.GetProperty("community")),
            certificate.GetProperty("status").GetString(),
            certificate.GetProperty("statusReason").GetString(),
            residence.ValueKind == JsonValueKind.Null ? null : CodeIn(residence.GetProperty("community")),
            residence.ValueKind == JsonValueKind.Null ? null : residence.GetProperty("observedAt").GetString(),
            residence.ValueKind == JsonValueKind.Null || residence.GetProperty("isHere").GetBoolean());
    }

    private static string? CodeIn(JsonElement place) => place.ValueKind == JsonValueKind.Null ? null : place.GetProperty("code").GetString();

    /// <summary>A notice that was sent.</summary>
    private sealed record Sent(RowOfTables Row, Notice Notice);

    /// <summary>A pair of rows about a person of its own.</summary>
    private sealed record Case(int Number, Person Person, Sent First, Sent Second)
    {
        private static readonly string[] Days = ["2026-05-10", "2026-05-14"];

        public static Case Of(int number, Person person, HomeOfPerson home, RowOfTables early, RowOfTables late, bool isTurned)
        {
            var (first, second) = isTurned ? (late, early) : (early, late);
            var (firstDay, secondDay) = isTurned ? (Days[1], Days[0]) : (Days[0], Days[1]);
            var sent = SentOf($"first-{number}", first, firstDay, person.Name, person, home);

            // Whoever reports after a name was corrected knows the right one.
            var name = sent.Notice.Corrected?.Name ?? person.Name;
            return new(number, person, sent, SentOf($"second-{number}", second, secondDay, name, person, home));
        }

        public override string ToString() => $"{Number} {First.Row} {First.Notice.OccurredOn} then {Second.Row} {Second.Notice.OccurredOn}";

        private static Sent SentOf(string id, RowOfTables row, string day, string name, Person person, HomeOfPerson home) => new(
            row,
            row.Make(
                new Notice
                {
                    MessageId = id,
                    Type = default,
                    OccurredOn = PartialDate.FromStore(day),
                    Subject = new() { Name = name, IdNumber = person.IdNumber },
                },
                home));
    }
}
