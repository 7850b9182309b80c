using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SharingApi.Graph.Transport;

/// <summary>The media types that a response can have.</summary>
internal enum ResponseMedia
{
    /// <summary><c>application/json</c>: a refused document is 200, as clients of that type expect.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says what happened.</summary>
    GraphResponse,

    /// <summary><c>text/event-stream</c>: one event for each response, for any kind of operation.</summary>
    EventStream,
}

/// <summary>Chooses the media type that a client accepts, and checks the one that it sends.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    public static string ContentType(this ResponseMedia media) => media switch
    {
        ResponseMedia.Json => "application/json; charset=utf-8",
        ResponseMedia.GraphResponse => "application/graphql-response+json; charset=utf-8",
        ResponseMedia.EventStream => "text/event-stream; charset=utf-8",
    };

    /// <summary>The best of what is accepted; null where we have none of it.</summary>
    public static ResponseMedia? Accepted(StringValues accept)
    {
        switch (accept.Count == 1 ? accept[0] : accept.ToString())
        {
            case "" or null or "*/*" or Json:
                return ResponseMedia.Json;
            case GraphResponse:
                return ResponseMedia.GraphResponse;
            case EventStream:
                return ResponseMedia.EventStream;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        return ranges
            .Where(static range => range.Quality is not 0 && IsUtf8(range))
            .OrderByDescending(static range => range.Quality ?? 1)
            .Select(Offer)
            .FirstOrDefault(static offer => offer is not null);
    }

    /// <summary>True for JSON in UTF-8, said or unsaid.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json ||
        (MediaTypeHeaderValue.TryParse(contentType, out var type) &&
            type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && IsUtf8(type));

    private static ResponseMedia? Offer(MediaTypeHeaderValue range) => range.MediaType.Value?.ToUpperInvariant() switch
    {
        "APPLICATION/GRAPHQL-RESPONSE+JSON" => ResponseMedia.GraphResponse,
        "TEXT/EVENT-STREAM" => ResponseMedia.EventStream,
        "APPLICATION/JSON" or "APPLICATION/*" or "*/*" => ResponseMedia.Json,
        _ => null,
    };

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
