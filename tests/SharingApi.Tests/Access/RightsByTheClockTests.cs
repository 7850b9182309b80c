using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Persistence.StatusChanges;
using SharingApi.Tests.Streams;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>Rights that begin and end at a midnight: in force at once, told once, whatever the server was doing at the time.</summary>
public sealed class RightsByTheClockTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sharing-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        return Task.CompletedTask;
    }

    [Fact]
    public async Task Given_the_server_slept_through_a_start_and_an_end_when_it_wakes_then_each_is_told_once()
    {
        await WithAsync("2026-12-01T10:00:00+08:00", async app =>
        {
            var rig = new GrantRig(app);
            var term = GrantRig.Proposal("health", "REHAB", await rig.GrantOfAsync("health", "REHAB"), ("person.name", "CLEAR"));
            (term["from"], term["to"]) = ("2026-12-05", "2026-12-10");
            await rig.GrantAsync(term);

            Assert.Empty(await ToldAsync(app));
        });

        await WithAsync("2026-12-20T10:00:00+08:00", async app =>
        {
            Assert.Equal(["GRANT_CHANGED", "GRANT_CHANGED", "HEARTBEAT"], await EventuallyToldAsync(app, 3));
            Assert.Equal(["HEARTBEAT"], await ToldAsync(app, "county-luquan", "SUBSIDY"));
            Assert.Equal(["AUTH_PURPOSE_NOT_GRANTED"], (await app.As("health", "REHAB").AskAsync("{ persons { nodes { name } } }")).Codes);
            await foreach (var finding in app.Services.GetRequiredService<RegisterVerification>().RunAsync(CancellationToken.None))
            {
                Assert.Fail($"{finding.Code} {finding.Subject}");
            }
        });

        // A day further on there is a heartbeat more, and of the rights nothing.
        await WithAsync("2026-12-21T00:00:01+08:00", async app =>
            Assert.Equal(["GRANT_CHANGED", "GRANT_CHANGED", "HEARTBEAT", "HEARTBEAT"], await EventuallyToldAsync(app, 4)));
    }

    [Fact]
    public async Task Given_an_open_socket_when_midnight_ends_the_right_then_it_is_told_and_sees_nothing_more()
    {
        await WithAsync("2026-12-01T10:00:00+08:00", async app =>
        {
            var rig = new GrantRig(app);
            var term = GrantRig.Proposal("health", "REHAB", await rig.GrantOfAsync("health", "REHAB"), ("person.lifeStatus", "CLEAR"), ("person.name", "CLEAR"));
            term["to"] = "2026-12-10";
            await rig.GrantAsync(term);
        });

        await WithAsync("2026-12-09T23:59:48+08:00", async app =>
        {
            // Of the midnights in between it was told when the server woke.
            Assert.Equal(["GRANT_CHANGED", "HEARTBEAT"], await EventuallyToldAsync(app, 2));
            using var socket = await SocketClient.OpenAsync(app.Address, await PayloadAsync(app, "health", "REHAB"));
            await socket.SubscribeAsync("a", "subscription { statusChanges { sequence type person { name } } }");
            var holders = await Holder.LivingAsync(app, 2);
            await ReportAsync(app, holders[0]);
            Assert.Equal("DEATH_CONFIRMED", TypeOf(await socket.ReceiveAsync()));

            Assert.Equal("GRANT_CHANGED", TypeOf(await socket.ReceiveAsync()));
            Assert.Equal("HEARTBEAT", TypeOf(await socket.ReceiveAsync()));
            await ReportAsync(app, holders[1]);
            var reversed = await app.As("public-security", "LIFE_SYNC").DataAsync(
                "mutation W($input: WithdrawNoticeInput!) { withdrawNotice(input: $input) { receipt { state } } }",
                new { input = new { messageId = "w-1", withdraws = $"police-{holders[0].Id}", reason = "人还健在" } });
            Assert.Equal("ACCEPTED", reversed.GetProperty("withdrawNotice").GetProperty("receipt").GetProperty("state").GetString());

            // Of the second death nothing; of the first what is owed: that it is taken back, and nothing else.
            var owed = (await socket.ReceiveAsync()).GetProperty("payload").GetProperty("data").GetProperty("statusChanges");
            Assert.Equal("DEATH_REVERSED", owed.GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.Null, owed.GetProperty("person").ValueKind);
        });
    }

    [Fact]
    public async Task Given_a_grant_that_begins_later_when_it_is_signed_then_nobody_is_told_before_it_begins()
    {
        await WithAsync("2026-12-01T10:00:00+08:00", async app =>
        {
            var rig = new GrantRig(app);
            var term = GrantRig.Proposal("county-wuhua", "REHAB", null, ("person.name", "CLEAR"));
            (term["client"], term["purpose"], term["from"]) = ("health", "REHAB", "2026-12-05");
            term["replaces"] = await rig.GrantOfAsync("health", "REHAB");
            var id = await rig.GrantAsync(term);
            await rig.EndAsync("revokeGrant", id);

            Assert.Empty(await ToldAsync(app));
        });
    }

    private async Task WithAsync(string start, Func<SharingApp, Task> act)
    {
        var app = await SharingApp.StartInAsync(_directory, $"Clock:Start={start}");
        try
        {
            await act(app);
        }
        finally
        {
            app.Http.Dispose();
            await app.StopAsync();
        }
    }

    private static Task<IReadOnlyList<string>> EventuallyToldAsync(SharingApp app, int count) =>
        Eventually.Async(() => ToldAsync(app), told => told.Count >= count, TimeSpan.FromSeconds(20));

    private static async Task<IReadOnlyList<string>> ToldAsync(SharingApp app, string client = "health", string purpose = "REHAB")
    {
        var changes = (await app.As(client, purpose).DataAsync("{ statusChanges { nodes { sequence type } } }"))
            .GetProperty("statusChanges").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, changes.Count), changes.Select(change => change.GetProperty("sequence").GetInt32()));
        return [.. changes.Select(change => change.GetProperty("type").GetString()!)];
    }

    private static string? TypeOf(JsonElement message) =>
        message.GetProperty("payload").GetProperty("data").GetProperty("statusChanges").GetProperty("type").GetString();

    private static async Task<object> PayloadAsync(SharingApp app, string client, string purpose) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Authorization"] = $"Bearer {await new TokenDesk(app.Http).TokenOfAsync(client)}",
        ["Sharing-Purpose"] = purpose,
    };

    private static Task<JsonElement> ReportAsync(SharingApp app, Holder holder) => app.As("public-security", "LIFE_SYNC").DataAsync(
        "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }",
        new { notices = new[] { holder.Death($"police-{holder.Id}") } });
}
