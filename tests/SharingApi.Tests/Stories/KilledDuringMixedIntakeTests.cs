using System.Globalization;
using System.Text.Json;
using Testing;

namespace SharingApi.Tests.Stories;

/// <summary>
/// The server is killed again and again while deaths, corrections, moves and withdrawals come over HTTP and as files at once: what
/// was accepted stays accepted, and every person ends as the messages say, told once.
/// </summary>
/// <remarks><c>KILLS=200</c> runs it long.</remarks>
public sealed class KilledDuringMixedIntakeTests : IDisposable
{
    private const int HoldersOfARound = 16;

    private const string Report =
        "mutation Report($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { messageId state } } }";

    private const string Withdraw =
        "mutation Withdraw($input: WithdrawNoticeInput!) { withdrawNotice(input: $input) { receipt { messageId state } } }";

    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3", CultureInfo.InvariantCulture);

    private static readonly string Persons =
        string.Create(CultureInfo.InvariantCulture, $"--Register:Persons={Math.Max(2_000, Kills * HoldersOfARound * 2)}");

    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-").FullName;
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly Random _chance = new(20_261_124);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task No_accepted_message_is_lost_none_has_two_effects_and_verify_holds()
    {
        List<Holder[]> rounds = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            using var server = await SharingProcess.StartAsync(_directory, Persons);
            rounds = rounds.Count == 0 ? [.. (await HoldersAsync(server)).Chunk(HoldersOfARound)] : rounds;
            var round = rounds[kill];
            var sending = SendAsync(server, kill, round);
            var bringing = BringAsync(kill, round);
            await Task.WhenAny(Task.Delay(_chance.Next(20, 1_500)), Task.WhenAll(sending, bringing));
            await server.KillAsync();
            await Task.WhenAll(sending, bringing);
        }

        using var last = await SharingProcess.StartAsync(_directory, Persons);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = _accepted.ToHashSet(StringComparer.Ordinal);
            var receipts = await SendAsync(last, kill, rounds[kill]);
            Assert.All(receipts.Where(receipt => before.Contains(receipt.Id)), receipt => Assert.Equal("DUPLICATE", receipt.State));
            await BringAsync(kill, rounds[kill]);
        }

        var expected = rounds.Take(Kills).SelectMany(Expected).ToDictionary(person => person.Id, person => person.LifeStatus, StringComparer.Ordinal);
        await Eventually.Async(() => LivesAsync(last, expected.Keys), lives => lives.All(life => expected[life.Key] == life.Value), TimeSpan.FromSeconds(60));
        await ToldOnceAsync(last, expected);
        await last.KillAsync();
        var (exitCode, output) = await SharingProcess.RunAsync("verify", _directory, Persons);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Public security over HTTP: deaths, of which some are corrected and some withdrawn, and moves.</summary>
    private async Task<List<(string Id, string State)>> SendAsync(SharingProcess server, int kill, Holder[] round)
    {
        List<(string Id, string State)> receipts = [];
        var police = server.As("public-security", "LIFE_SYNC");
        string Id(string what, int i) => $"{what}-{kill}-{i}";
        try
        {
            for (var i = 0; i < 9; i++)
            {
                await ReportAsync(round[i].Death(Id("death", i)));
            }

            await ReportAsync([.. Enumerable.Range(9, 3).Select(i => round[i].Move(Id("move", i), "530128", null))]);
            for (var i = 0; i < 3; i++)
            {
                await ReportAsync(Correction(round[i], Id("correction", i), Id("death", i)));
            }

            for (var i = 3; i < 6; i++)
            {
                var data = await police.DataAsync(Withdraw, new { input = new { messageId = Id("undo", i), withdraws = Id("death", i), reason = "wrong person" } });
                Take(data.GetProperty("withdrawNotice").GetProperty("receipt"));
            }
        }
        catch (HttpRequestException)
        {
            // Killed: what was told is promised, the rest is sent again at the end.
        }

        return receipts;

        async Task ReportAsync(params object[] notices)
        {
            var data = await police.DataAsync(Report, new { notices });
            foreach (var receipt in data.GetProperty("reportNotices").GetProperty("receipts").EnumerateArray())
            {
                Take(receipt);
            }
        }

        void Take(JsonElement receipt)
        {
            var id = receipt.GetProperty("messageId").GetString()!;
            receipts.Add((id, receipt.GetProperty("state").GetString()!));
            _accepted.Add(id);
        }
    }

    /// <summary>Health as a file, by a process of its own: certificates of death, half of them withdrawn.</summary>
    private async Task BringAsync(int kill, Holder[] round)
    {
        var file = Path.Combine(_directory, $"health-{kill}.ndjson");
        await File.WriteAllLinesAsync(file,
        [
            .. Enumerable.Range(12, 4).Select(i => JsonSerializer.Serialize(new
            {
                messageId = $"certificate-{i}-{kill}",
                type = "DEATH_CERTIFICATE",
                occurredOn = "2026-05-01",
                subject = new { name = round[i].Name, idNumber = round[i].IdNumber },
            })),
            .. Enumerable.Range(14, 2).Select(i =>
                JsonSerializer.Serialize(new { messageId = $"undo-{i}-{kill}", withdraws = $"certificate-{i}-{kill}", reason = "wrong person" })),
        ]);
        var (exitCode, output) = await SharingProcess.RunAsync("intake", _directory, file, "--client", "health", Persons);
        Assert.True(exitCode == 0, output);
    }

    private static object Correction(Holder holder, string messageId, string corrects) => new
    {
        messageId,
        corrects,
        type = "HUKOU_CANCELLED",
        reason = "DEATH",
        occurredOn = "2026-05-02",
        subject = new { name = holder.Name, idNumber = holder.IdNumber },
    };

    private static IEnumerable<(string Id, string LifeStatus)> Expected(Holder[] round) => round.Select((holder, i) => (holder.Id, i switch
    {
        < 3 or (>= 6 and < 9) => "DECEASED",
        12 or 13 => "DEATH_REPORTED",
        _ => "ALIVE",
    }));

    /// <summary>What a receiver was told of a person adds up to the state: nobody was told twice, or of nothing.</summary>
    private static async Task ToldOnceAsync(SharingProcess server, Dictionary<string, string> expected)
    {
        var told = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        string? after = null;
        var sequence = 0;
        do
        {
            var page = (await server.As("civil-affairs", "SUBSIDY").DataAsync(
                "query Feed($after: String) { statusChanges(first: 200, after: $after) { pageInfo { hasNextPage endCursor } nodes { sequence type person { id } } } }",
                new { after })).GetProperty("statusChanges");
            foreach (var change in page.GetProperty("nodes").EnumerateArray())
            {
                Assert.Equal(++sequence, change.GetProperty("sequence").GetInt32());
                var id = change.GetProperty("person").GetProperty("id").GetString()!;
                told.TryAdd(id, []);
                told[id].Add(change.GetProperty("type").GetString()!);
            }

            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
        }
        while (after is not null);

        Assert.All(expected, person =>
        {
            var types = told.GetValueOrDefault(person.Key) ?? [];
            var deaths = types.Count(type => type is "DEATH_CONFIRMED" or "DEATH_REPORTED");
            Assert.InRange(deaths, 0, 1);
            Assert.Equal(person.Value == "ALIVE" ? 0 : 1, deaths - types.Count(type => type == "DEATH_REVERSED"));
            Assert.InRange(types.Count(type => type is "RELOCATED" or "DEATH_CORRECTED"), 0, 1);
        });
        Assert.Empty(told.Keys.Except(expected.Keys));
    }

    private static async Task<Dictionary<string, string>> LivesAsync(SharingProcess server, IEnumerable<string> ids)
    {
        var lives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(200))
        {
            var data = await server.As("federation", "CERT").DataAsync(
                "query Lives($ids: [ID!]!) { nodes(ids: $ids) { id ... on Person { lifeStatus } } }", new { ids = some });
            foreach (var node in data.GetProperty("nodes").EnumerateArray())
            {
                lives[node.GetProperty("id").GetString()!] = node.GetProperty("lifeStatus").GetString()!;
            }
        }

        return lives;
    }

    /// <summary>Living holders of one county whose numbers are theirs alone.</summary>
    private static async Task<IReadOnlyList<Holder>> HoldersAsync(SharingProcess server)
    {
        var holders = await Holder.AllLivingAsync(server, "hukou: {division: {code: {neq: \"530128\"}}}");
        return [.. holders.Where(holder => string.CompareOrdinal(holder.BirthDate, "2026") < 0)];
    }
}
