using System.Text;
using GraphQL;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Transport;

/// <summary>Reads the request that stands in the address of a GET: five parameters, two of them JSON.</summary>
internal static class AddressRequest
{
    public static (GraphRequest? Request, RefusalError? Refusal) Read(IQueryCollection query, LimitOptions limits)
    {
        if (query["query"].Count > 1 || query["id"].Count > 1 || query["operationName"].Count > 1)
        {
            return (null, RequestRefusals.RepeatedParameter);
        }

        var text = NullIfEmpty(query["query"].ToString());
        if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return (null, RequestRefusals.UnspeakableText);
        }

        var variables = Map(query, "variables", limits, out var refusal);
        if (variables is null)
        {
            return (null, refusal);
        }

        var extensions = Map(query, "extensions", limits, out refusal);
        if (extensions is null)
        {
            return (null, refusal);
        }

        var hash = RequestedHash.Read(NullIfEmpty(query["id"].ToString()), extensions, out refusal);
        refusal ??= text is null && hash is null ? RequestRefusals.QueryMissing : null;
        return refusal is null
            ? (new(text, hash, query["operationName"].ToString(), variables, extensions), null)
            : (null, refusal);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static Inputs? Map(IQueryCollection query, string key, LimitOptions limits, out RefusalError? refusal)
    {
        refusal = null;
        var values = query[key];
        if (values.Count > 1)
        {
            refusal = RequestRefusals.RepeatedParameter;
            return null;
        }

        return values.ToString() is { Length: > 0 } json
            ? RequestJson.Map(key, Encoding.UTF8.GetBytes(json), limits, out refusal)
            : Inputs.Empty;
    }
}
