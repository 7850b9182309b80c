using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Documents;

/// <summary>Keeps the documents that were judged last, good and bad, bounded by number and by the length of their texts.</summary>
internal sealed class DocumentCache(IOptions<LimitOptions> options)
{
    private readonly int _mostDocuments = options.Value.CachedDocuments;
    private readonly long _mostCharacters = options.Value.CachedCharacters;
    private readonly Lock _gate = new();
    private readonly Dictionary<DocumentKey, LinkedListNode<(DocumentKey Key, KnownDocument Document)>> _entries = [];
    private readonly LinkedList<(DocumentKey Key, KnownDocument Document)> _byUse = [];
    private long _characters;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    public bool TryFind(DocumentKey key, [NotNullWhen(true)] out KnownDocument? document)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                document = null;
                return false;
            }

            if (entry != _byUse.First)
            {
                _byUse.Remove(entry);
                _byUse.AddFirst(entry);
            }

            document = entry.Value.Document;
            return true;
        }
    }

    /// <summary>Keeps the document, and lets go of those unused longest. One larger than a tenth of the cache is not kept.</summary>
    public void Keep(DocumentKey key, KnownDocument document)
    {
        if (document.Characters > _mostCharacters / 10)
        {
            return;
        }

        lock (_gate)
        {
            if (!_entries.TryAdd(key, new((key, document))))
            {
                return;
            }

            _byUse.AddFirst(_entries[key]);
            _characters += document.Characters;
            while (_entries.Count > _mostDocuments || _characters > _mostCharacters)
            {
                var (oldest, dropped) = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _entries.Remove(oldest);
                _characters -= dropped.Characters;
            }
        }
    }
}
