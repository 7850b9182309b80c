using System.Collections.Concurrent;
using SharingApi.Access;

namespace SharingApi.Identity;

/// <summary>Callers of tokens that were found valid, until those expire: a signature is checked once a token.</summary>
internal sealed class KnownCallers(TimeProvider clock, int capacity = KnownCallers.DefaultCapacity)
{
    public const int DefaultCapacity = 10_000;

    private readonly ConcurrentDictionary<TokenDigest, Known> _known = new();
    private int _count;

    /// <summary>The caller of a token that was added and has not expired; otherwise null.</summary>
    public Caller? Find(TokenDigest token)
    {
        if (!_known.TryGetValue(token, out var known))
        {
            return null;
        }

        if (clock.GetUtcNow() < known.ExpiresAt)
        {
            return known.Caller;
        }

        Forget(token);
        return null;
    }

    public void Add(TokenDigest token, Caller caller, DateTimeOffset expiresAt)
    {
        if (Volatile.Read(ref _count) >= capacity)
        {
            MakeRoom();
        }

        if (expiresAt > clock.GetUtcNow() && _known.TryAdd(token, new Known(caller, expiresAt)))
        {
            Interlocked.Increment(ref _count);
        }
    }

    // Where even the living are too many, all go: checking a signature again is cheap beside growing without bound.
    private void MakeRoom()
    {
        var now = clock.GetUtcNow();
        var expired = _known.Where(pair => pair.Value.ExpiresAt <= now).Select(pair => pair.Key).ToList();
        foreach (var token in expired.Count > 0 ? expired : [.. _known.Keys])
        {
            Forget(token);
        }
    }

    private void Forget(TokenDigest token)
    {
        if (_known.TryRemove(token, out _))
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private sealed record Known(Caller Caller, DateTimeOffset ExpiresAt);
}
