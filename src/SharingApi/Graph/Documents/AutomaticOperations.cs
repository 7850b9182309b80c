using Microsoft.Extensions.Options;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Documents;

/// <summary>
/// Texts that clients sent with their hash, so that the hash alone will do next time. Each client has its own: nobody learns by a
/// hash what others ask. Kept in memory only, within bounds for each client and for all.
/// </summary>
internal sealed class AutomaticOperations(IOptions<LimitOptions> options)
{
    private readonly LimitOptions _limits = options.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, RecentlyUsed<DocumentKey, string>> _clients = new(StringComparer.Ordinal);

    /// <summary>Characters of all texts.</summary>
    public long Characters
    {
        get
        {
            lock (_gate)
            {
                return _clients.Values.Sum(texts => texts.Weight);
            }
        }
    }

    public string? Find(string client, DocumentKey key)
    {
        lock (_gate)
        {
            return _clients.TryGetValue(client, out var texts) && texts.TryFind(key, out var text) ? text : null;
        }
    }

    /// <summary>Keeps the text for this client. Where all become too many, the client that keeps most gives up what it used longest ago.</summary>
    public void Keep(string client, DocumentKey key, string text)
    {
        lock (_gate)
        {
            if (!_clients.TryGetValue(client, out var texts))
            {
                texts = new(_limits.AutomaticOperations, _limits.AutomaticCharacters);
                _clients.Add(client, texts);
            }

            texts.Keep(key, text, text.Length);
            while (_clients.Values.Sum(kept => kept.Weight) > _limits.AutomaticCharactersInAll)
            {
                _clients.Values.MaxBy(kept => kept.Weight)!.DropOldest();
            }
        }
    }
}
