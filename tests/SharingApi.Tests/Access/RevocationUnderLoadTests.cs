using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Audit;
using SharingApi.Tests.Streams;
using Testing;

namespace SharingApi.Tests.Access;

/// <summary>A right is taken away from fifty who read and fifty who follow, while persons die: after the mutation has returned, nothing.</summary>
public sealed class RevocationUnderLoadTests : IAsyncLifetime
{
    private const int Clients = 50;
    private const string Names = "{ persons(first: 1) { nodes { name } } }";
    private const string Follow = "subscription { statusChanges { sequence type occurredOn person { id name } } }";
    private const string Report = "mutation R($notices: [NoticeInput!]!) { reportNotices(input: {notices: $notices}) { receipts { state } } }";

    private readonly ConcurrentBag<string> _leaks = [];
    private SharingApp _app = null!;
    private bool _isRevoked;

    public async Task InitializeAsync() => _app = await SharingApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Given_fifty_read_and_fifty_follow_when_the_right_is_revoked_then_not_one_field_more_leaves()
    {
        var rig = new GrantRig(_app);
        var grant = await rig.GrantOfAsync("civil-affairs", "ASSIST");
        var holders = await Holder.LivingAsync(_app, 24);
        var followers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => FollowAsync()));
        var readers = Enumerable.Range(0, Clients).Select(_ => Task.Run(ReadAsync)).ToList();
        var following = followers.Select(follower => Task.Run(follower.ListenAsync)).ToList();
        var deaths = Task.Run(() => DieAsync(holders));
        await Eventually.Async(
            () => Task.FromResult(followers.Min(follower => follower.Changes)), changes => changes > 0, TimeSpan.FromSeconds(60));

        await rig.EndAsync("revokeGrant", grant);
        var returned = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Volatile.Write(ref _isRevoked, true);

        // What the server answers to this it says after everything that it had said before.
        await Task.WhenAll(followers.Select(follower => follower.MarkAsync()));
        await Task.WhenAll([deaths, .. readers]);
        await Task.WhenAll(followers.Select(follower => follower.EndAsync()));
        await Task.WhenAll(following);

        Assert.Empty(_leaks);
        Assert.All(followers, follower => Assert.Equal(1, follower.TimesTold));
        var log = await _app.Services.GetRequiredService<ReadLogEntries>().NewestAsync(5_000);
        Assert.DoesNotContain(log, entry => entry.Purpose == Purpose.Assist && entry.At > returned && entry.PersonCount > 0);
        Assert.Contains(log, entry => entry is { Purpose: Purpose.Assist, RootFields: "statusChanges", PersonCount: > 0 });
    }

    [Fact]
    public async Task Given_a_subscription_has_been_sent_all_there_is_when_a_right_is_revoked_then_nothing_waits_for_it()
    {
        var rig = new GrantRig(_app);
        var grant = await rig.GrantOfAsync("health", "REHAB");
        var follower = await FollowAsync();
        var following = Task.Run(follower.ListenAsync);
        await _app.As("public-security", "LIFE_SYNC").DataAsync(
            Report, new { notices = new[] { (await Holder.LivingAsync(_app, 1))[0].Death("police-1") } });
        await Eventually.Async(() => Task.FromResult(follower.Changes), changes => changes == 2, TimeSpan.FromSeconds(30));

        var watch = Stopwatch.StartNew();
        await rig.EndAsync("revokeGrant", grant);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        await follower.EndAsync();
        await following;
    }

    private async Task ReadAsync()
    {
        var client = _app.As("civil-affairs", "ASSIST");
        for (var wasRevoked = false; !wasRevoked;)
        {
            wasRevoked = Volatile.Read(ref _isRevoked);
            var answer = await client.AskAsync(Names);
            if (wasRevoked && answer.HasData)
            {
                _leaks.Add("read: " + answer.Text);
            }
        }
    }

    /// <summary>Half of them before the right is taken away at the least, and some after it.</summary>
    private async Task DieAsync(IReadOnlyList<Holder> holders)
    {
        var police = _app.As("public-security", "LIFE_SYNC");
        foreach (var (i, holder) in holders.Index())
        {
            if (i == holders.Count / 2)
            {
                await Eventually.Async(() => Task.FromResult(Volatile.Read(ref _isRevoked)), isRevoked => isRevoked, TimeSpan.FromSeconds(60));
            }

            await police.DataAsync(Report, new { notices = new[] { holder.Death($"police-{holder.Id}") } });
        }

        // The county's bureau follows on: once it has heard of the last, nothing is on its way to anybody.
        await Eventually.Async(
            async () => (await _app.As("civil-affairs", "SUBSIDY").DataAsync("{ statusChanges(first: 200) { totalCount } }"))
                .GetProperty("statusChanges").GetProperty("totalCount").GetInt32(),
            told => told >= 2 * holders.Count,
            TimeSpan.FromSeconds(60));
    }

    private async Task<Follower> FollowAsync()
    {
        var token = await new TokenDesk(_app.Http).TokenOfAsync("civil-affairs");
        var socket = await SocketClient.OpenAsync(_app.Address, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Authorization"] = $"Bearer {token}",
            ["Sharing-Purpose"] = "ASSIST",
        });
        await socket.SubscribeAsync("changes", Follow);
        return new Follower(socket, _leaks);
    }

    /// <summary>One open subscription, that looks at everything it is sent.</summary>
    private sealed class Follower(SocketClient socket, ConcurrentBag<string> leaks)
    {
        private int _changes;
        private bool _isMarked;

        public int Changes => Volatile.Read(ref _changes);

        public int TimesTold { get; private set; }

        public Task MarkAsync() => socket.SendAsync(new { type = "ping" });

        public Task EndAsync() => socket.SubscribeAsync("end", "{ __typename }");

        public async Task ListenAsync()
        {
            while (true)
            {
                var message = await socket.ReceiveAsync();
                switch (message.GetProperty("type").GetString())
                {
                    case "pong":
                        _isMarked = true;
                        break;
                    case "ping":
                        await socket.SendAsync(new { type = "pong" });
                        break;
                    case "next" when message.GetProperty("id").GetString() == "changes":
                        Look(message.GetProperty("payload").GetProperty("data").GetProperty("statusChanges"));
                        break;
                    case "complete":
                        socket.Dispose();
                        return;
                    default:
                        break;
                }
            }
        }

        private void Look(JsonElement change)
        {
            Interlocked.Increment(ref _changes);
            TimesTold += change.GetProperty("type").GetString() == "GRANT_CHANGED" ? 1 : 0;
            var holdsNothing = change.GetProperty("person").ValueKind == JsonValueKind.Null &&
                change.GetProperty("occurredOn").ValueKind == JsonValueKind.Null;
            if ((_isMarked || TimesTold > 0) && !holdsNothing)
            {
                leaks.Add("followed: " + change.GetRawText());
            }
        }
    }
}
