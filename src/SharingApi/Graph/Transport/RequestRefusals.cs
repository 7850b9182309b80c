using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Transport;

/// <summary>Refusals of requests that are not a GraphQL request at all.</summary>
internal static class RequestRefusals
{
    public static readonly RefusalError NotJson = Invalid("The body is not well-formed JSON in UTF-8.");

    public static readonly RefusalError NotAnObject = Invalid("The body is not a JSON object.");

    public static readonly RefusalError Empty = Invalid("The body is empty: a JSON object with the key query, or with the id of a stored operation, is needed.");

    public static readonly RefusalError QueryMissing = OfKey("query", "The key query is missing, and no hash names a document.");

    public static readonly RefusalError NotAHash = Invalid(
        "A document is named by its SHA-256, 64 lower-case hexadecimal digits: in id, or in extensions.persistedQuery of version 1.");

    public static readonly RefusalError UnspeakableText = Invalid("A text holds a NUL or half a surrogate pair.");

    public static readonly RefusalError NumberTooLarge = Invalid("A number is too large for any type.");

    public static readonly RefusalError RepeatedKey = Invalid("An object holds the same key twice.");

    public static readonly RefusalError RepeatedParameter = Invalid("A parameter stands in the address twice.");

    public static readonly RefusalError EmptyBatch = Invalid("The batch is empty.");

    public static readonly RefusalError BatchInBatch = new(new Refusal(
        "REQUEST_BATCH_UNSUPPORTED", "A batch is an array of requests or an array of variables, never both."));

    public static readonly RefusalError Batch = new(new Refusal(
        "REQUEST_BATCH_UNSUPPORTED", "One request stands here: a batch goes by POST, and is answered as JSON."));

    public static readonly RefusalError MediaType = new(new Refusal(
        "REQUEST_MEDIA_TYPE", "Send content-type application/json in UTF-8, without content-encoding."));

    public static readonly RefusalError NotAcceptable = new(new Refusal(
        "REQUEST_NOT_ACCEPTABLE", "Accept application/graphql-response+json, application/json or text/event-stream."));

    public static readonly RefusalError ByPostOnly = new(new Refusal(
        "REQUEST_METHOD", "Only queries may be sent by GET."));

    public static readonly RefusalError StreamNeeded = new(new Refusal(
        "REQUEST_STREAM_NEEDED", "A subscription cannot be answered by a single response: accept text/event-stream, or use a WebSocket."));

    public static RefusalError WrongType(string key, string expected) => OfKey(key, $"The key {key} must be {expected}.");

    private static RefusalError Invalid(string sentence) => new(new Refusal("REQUEST_INVALID", sentence));

    private static RefusalError OfKey(string key, string sentence) =>
        new Refusal("REQUEST_INVALID", sentence).With(("key", key));
}
