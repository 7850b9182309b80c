using System.Diagnostics.CodeAnalysis;

namespace SharingApi.Graph.Documents;

/// <summary>Keeps what was used last, bounded by number and by weight. Not for several threads at once.</summary>
/// <param name="mostEntries">Entries that are kept.</param>
/// <param name="mostWeight">What all of them may weigh together.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int mostEntries, long mostWeight)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];

    public int Count => _entries.Count;

    public long Weight { get; private set; }

    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }

        if (entry != _byUse.First)
        {
            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
        }

        value = entry.Value.Value;
        return true;
    }

    /// <summary>Keeps the value, and lets go of those unused longest. What is kept already stays as it is.</summary>
    public void Keep(TKey key, TValue value, long weight)
    {
        var entry = new LinkedListNode<Entry>(new(key, value, weight));
        if (!_entries.TryAdd(key, entry))
        {
            return;
        }

        _byUse.AddFirst(entry);
        Weight += weight;
        while (Count > mostEntries || Weight > mostWeight)
        {
            DropOldest();
        }
    }

    public void DropOldest()
    {
        var oldest = _byUse.Last!.Value;
        _byUse.RemoveLast();
        _entries.Remove(oldest.Key);
        Weight -= oldest.Weight;
    }

    private readonly record struct Entry(TKey Key, TValue Value, long Weight);
}
