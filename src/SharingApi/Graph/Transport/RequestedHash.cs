using GraphQL;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Transport;

/// <summary>
/// The hash by which a request names its document: the key <c>id</c>, or <c>extensions.persistedQuery</c> as Apollo's clients send
/// it, with <c>version</c> 1 and <c>sha256Hash</c>.
/// </summary>
internal static class RequestedHash
{
    /// <summary>Null where none is named, or where what is named is none: then with a refusal.</summary>
    public static DocumentKey? Read(string? id, Inputs extensions, out RefusalError? refusal)
    {
        refusal = null;
        extensions.TryGetValue("persistedQuery", out var persisted);
        var hash = persisted switch
        {
            null => id,
            IReadOnlyDictionary<string, object?> { Count: > 0 } said when said.GetValueOrDefault("version") is 1 =>
                said.GetValueOrDefault("sha256Hash") as string ?? "",
            _ => "",
        };
        if (hash is null)
        {
            return null;
        }

        if (DocumentKey.TryParse(hash, out var key) && (id is null || id == hash))
        {
            return key;
        }

        refusal = RequestRefusals.NotAHash;
        return null;
    }
}
