using GraphQL;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Transport;

/// <summary>Sends a gathered response, or one refusal.</summary>
internal static class HttpAnswer
{
    private const int RefusalBytes = 16 * 1024;

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

    public static async Task RefuseAsync(HttpContext http, ExecutionError refusal, ResponseMedia media = ResponseMedia.Json)
    {
        using var buffer = new PooledBuffer(RefusalBytes);
        ResponseWriter.Write(buffer, refusal, http.TraceIdentifier);
        var status = HttpStatus.Of(refusal.Line(http.TraceIdentifier).Code, media);
        await SendAsync(http, status, media, buffer.Written);
    }
}
