namespace SharingApi.Access;

/// <summary>Ids of grants and access requests: the kind, an underscore, and the key as 32 hexadecimal digits.</summary>
internal static class AccessIds
{
    private const string Grant = "grant_";
    private const string Request = "request_";

    public static string OfGrant(Guid id) => Grant + id.ToString("N");

    public static string OfRequest(Guid id) => Request + id.ToString("N");

    /// <summary>The key; one that no grant has where the text is no id of a grant.</summary>
    public static Guid GrantIn(string text) => KeyIn(text, Grant);

    public static Guid RequestIn(string text) => KeyIn(text, Request);

    private static Guid KeyIn(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) &&
        Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out var key)
            ? key
            : Guid.Empty;
}
