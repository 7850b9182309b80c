namespace SharingApi.Graph.Transport;

/// <summary>Which status a refusal of the whole request has (api.md 2).</summary>
internal static class HttpStatus
{
    /// <param name="code">Code of the first error.</param>
    /// <param name="media">
    /// Under <c>application/json</c> a document that was understood and refused is 200; what never became a GraphQL request,
    /// a missing token and our own failures are told by the status in both.
    /// </param>
    public static int Of(string code, ResponseMedia media) => code switch
    {
        "REQUEST_MEDIA_TYPE" => StatusCodes.Status415UnsupportedMediaType,
        "REQUEST_NOT_ACCEPTABLE" => StatusCodes.Status406NotAcceptable,
        "REQUEST_METHOD" => StatusCodes.Status405MethodNotAllowed,
        "LIMIT_BODY_SIZE" => StatusCodes.Status413PayloadTooLarge,
        "LIMIT_BODY_TIME" => StatusCodes.Status408RequestTimeout,
        "AUTH_NOT_AUTHENTICATED" => StatusCodes.Status401Unauthorized,
        "INTERNAL_ERROR" => StatusCodes.Status500InternalServerError,
        _ when code.StartsWith("REQUEST_", StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        _ when media == ResponseMedia.Json => StatusCodes.Status200OK,
        _ when code.StartsWith("AUTH_", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };
}
