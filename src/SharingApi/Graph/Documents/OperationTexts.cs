using SharingApi.Access;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Documents;

/// <summary>Finds the text of a request, whether it was sent, or is stored, or was sent before by the same client.</summary>
/// <remarks>A hash names a text and nothing else: rights, purposes and limits are asked at every request, as for the text.</remarks>
internal sealed class OperationTexts(AutomaticOperations automatic)
{
    /// <summary>The text with its hash; or null and why there is none.</summary>
    public (DocumentKey Key, string Text)? Find(GraphRequest request, Caller? caller, out RefusalError? refusal)
    {
        refusal = null;
        if (request.Query is { } sent)
        {
            var key = DocumentKey.Of(sent);
            if (request.Hash is null || request.Hash == key)
            {
                return (key, sent);
            }

            refusal = DocumentRefusals.HashDiffers;
            return null;
        }

        var hash = request.Hash!.Value;
        if ((StoredOperations.Find(hash) ?? (caller is null ? null : automatic.Find(caller.Client, hash))) is { } kept)
        {
            return (hash, kept);
        }

        refusal = DocumentRefusals.HashUnknown;
        return null;
    }

    /// <summary>Keeps a valid text that its client sent with the hash.</summary>
    public void Keep(GraphRequest request, Caller? caller)
    {
        if (request is { Query: { } text, Hash: { } hash } && caller is not null && StoredOperations.Find(hash) is null)
        {
            automatic.Keep(caller.Client, hash, text);
        }
    }
}
