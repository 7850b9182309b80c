using GraphQL;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Transport;

/// <summary>Sends a gathered response, or one refusal.</summary>
internal static class HttpAnswer
{
    private const int RefusalBytes = 16 * 1024;

    private static readonly byte[] Opening = [.. "["u8];
    private static readonly byte[] Comma = [.. ","u8];
    private static readonly byte[] Closing = [.. "]"u8];

    public static async Task SendAsync(HttpContext http, int status, ResponseMedia media, ReadOnlyMemory<byte> body)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = media.ContentType();
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "POST";
        }

        await response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Sends several bodies as the entries of one JSON array.</summary>
    public static async Task SendAsync(HttpContext http, ResponseMedia media, IReadOnlyList<ReadOnlyMemory<byte>> bodies)
    {
        var response = http.Response;
        response.ContentType = media.ContentType();
        response.ContentLength = bodies.Sum(static body => (long)body.Length) + bodies.Count + 1;
        response.Headers.CacheControl = "no-store";
        for (var i = 0; i < bodies.Count; i++)
        {
            await response.BodyWriter.WriteAsync(i == 0 ? Opening : Comma, http.RequestAborted);
            await response.BodyWriter.WriteAsync(bodies[i], http.RequestAborted);
        }

        await response.BodyWriter.WriteAsync(Closing, http.RequestAborted);
    }

    public static async Task RefuseAsync(HttpContext http, ExecutionError refusal, ResponseMedia media = ResponseMedia.Json)
    {
        using var buffer = new PooledBuffer(RefusalBytes);
        ResponseWriter.Write(buffer, refusal, http.TraceIdentifier, PreferredLanguage.IsChinese(http.Request));
        var status = HttpStatus.Of(refusal.Line(http.TraceIdentifier).Code, media);
        await SendAsync(http, status, media, buffer.Written);
    }
}
