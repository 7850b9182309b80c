using Domain.Access;
using Microsoft.Extensions.Time.Testing;
using SharingApi.Access;
using SharingApi.Identity;

namespace SharingApi.Tests.Identity;

public sealed class KnownCallersTests
{
    private static readonly Caller Health = new("health", null, new HashSet<string>(), ClientKind.Application);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_token_is_known_until_it_expires()
    {
        var known = new KnownCallers(_clock);
        var token = TokenDigest.Of("token");
        known.Add(token, Health, _clock.GetUtcNow().AddMinutes(5));

        Assert.Same(Health, known.Find(token));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(known.Find(token));
    }

    [Fact]
    public void Another_token_is_not_known()
    {
        var known = new KnownCallers(_clock);
        known.Add(TokenDigest.Of("token"), Health, _clock.GetUtcNow().AddMinutes(5));

        Assert.Null(known.Find(TokenDigest.Of("tokem")));
    }

    [Fact]
    public void Room_is_made_for_new_tokens_and_the_expired_go_first()
    {
        var known = new KnownCallers(_clock, capacity: 2);
        known.Add(TokenDigest.Of("old"), Health, _clock.GetUtcNow().AddMinutes(1));
        known.Add(TokenDigest.Of("living"), Health, _clock.GetUtcNow().AddMinutes(10));
        _clock.Advance(TimeSpan.FromMinutes(2));

        known.Add(TokenDigest.Of("new"), Health, _clock.GetUtcNow().AddMinutes(10));

        Assert.NotNull(known.Find(TokenDigest.Of("living")));
        Assert.NotNull(known.Find(TokenDigest.Of("new")));
    }

    [Fact]
    public void Where_all_are_alive_the_newest_is_still_known()
    {
        var known = new KnownCallers(_clock, capacity: 2);
        for (var i = 0; i < 100; i++)
        {
            var token = TokenDigest.Of($"token-{i}");
            known.Add(token, Health, _clock.GetUtcNow().AddMinutes(10));

            Assert.NotNull(known.Find(token));
        }
    }
}
