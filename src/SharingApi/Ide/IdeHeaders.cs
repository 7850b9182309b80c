namespace SharingApi.Ide;

/// <summary>What every answer below <c>/graphql/ui</c> carries: the browser may run this host's files, call this host, and
/// nothing else. A token is pasted into this page.</summary>
internal static class IdeHeaders
{
    /// <summary>The IDE compiles validators at run time (<c>unsafe-eval</c>), writes style elements and starts workers
    /// from blobs. <c>connect-src 'self'</c> covers the WebSocket too.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Also forbids the browser to keep the answer unasked; a file may loosen that.</summary>
    public static void Apply(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
    }
}
