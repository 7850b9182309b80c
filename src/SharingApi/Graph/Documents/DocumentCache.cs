using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Documents;

/// <summary>Keeps the documents that were judged last, good and bad, bounded by number and by the length of their texts.</summary>
internal sealed class DocumentCache(IOptions<LimitOptions> options)
{
    private readonly int _longestText = options.Value.CachedCharacters / 10;
    private readonly Lock _gate = new();
    private readonly RecentlyUsed<DocumentKey, KnownDocument> _documents =
        new(options.Value.CachedDocuments, options.Value.CachedCharacters);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _documents.Count;
            }
        }
    }

    public bool TryFind(DocumentKey key, [NotNullWhen(true)] out KnownDocument? document)
    {
        lock (_gate)
        {
            return _documents.TryFind(key, out document);
        }
    }

    /// <summary>Keeps the document, and lets go of those unused longest. One larger than a tenth of the cache is not kept.</summary>
    public void Keep(DocumentKey key, KnownDocument document)
    {
        if (document.Weight > _longestText)
        {
            return;
        }

        lock (_gate)
        {
            _documents.Keep(key, document, document.Weight);
        }
    }
}
