using System.Diagnostics.CodeAnalysis;

namespace Persistence.Reading;

/// <summary>A bounded cache for one thread at a time: what was used longest ago makes room.</summary>
public sealed class LeastRecentlyUsed<TKey, TValue>(int most, Action<TValue>? dropped = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = [];

    public int Count => _entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }

        if (_byUse.First != entry)
        {
            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
        }

        value = entry.Value.Value;
        return true;
    }

    /// <summary>Adds a value under a key that is not there yet.</summary>
    public void Add(TKey key, TValue value)
    {
        if (_entries.Count >= most)
        {
            var last = _byUse.Last!;
            _byUse.RemoveLast();
            _entries.Remove(last.Value.Key);
            dropped?.Invoke(last.Value.Value);
        }

        _entries.Add(key, _byUse.AddFirst((key, value)));
    }

    public void Clear()
    {
        foreach (var (_, value) in _byUse)
        {
            dropped?.Invoke(value);
        }

        _entries.Clear();
        _byUse.Clear();
    }
}
