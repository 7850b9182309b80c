using System.Buffers;

namespace SharingApi.Graph.Plans;

/// <summary>Reads the key out of a node id in its one spelling: prefix and 32 lower-case hexadecimal digits.</summary>
internal static class NodeKey
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool TryRead(string id, string prefix, out Guid key)
    {
        key = default;
        return id.StartsWith(prefix, StringComparison.Ordinal) &&
            !id.AsSpan(prefix.Length).ContainsAnyExcept(Digits) &&
            Guid.TryParseExact(id.AsSpan(prefix.Length), "N", out key);
    }
}
