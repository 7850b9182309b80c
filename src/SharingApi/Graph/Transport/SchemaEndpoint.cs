using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Schema;

namespace SharingApi.Graph.Transport;

/// <summary>Serves the SDL with a strong ETag, to whoever may introspect.</summary>
internal sealed class SchemaEndpoint(SharingSchema schema)
{
    private readonly Lazy<(byte[] Sdl, EntityTagHeaderValue Tag)> _printed = new(() => Print(schema));

    public async Task GetAsync(HttpContext http)
    {
        var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
        if (!(await frame.OpenAsync(http, http.RequestAborted)).Succeeded(out _, out var notLetIn))
        {
            await HttpAnswer.RefuseAsync(http, new RefusalError(notLetIn));
            return;
        }

        var (sdl, tag) = _printed.Value;
        var response = http.Response;
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, max-age=3600, must-revalidate";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => Matches(known, tag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.ContentLength = sdl.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(sdl, http.RequestAborted);
        }
    }

    /// <summary>If-None-Match compares weakly: a proxy may have weakened our tag (RFC 9110, 13.1.2).</summary>
    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false);

    private static (byte[] Sdl, EntityTagHeaderValue Tag) Print(SharingSchema schema)
    {
        var sdl = Encoding.UTF8.GetBytes(schema.Sdl());
        return (sdl, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))}\""));
    }
}
