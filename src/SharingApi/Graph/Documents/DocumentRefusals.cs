using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Documents;

/// <summary>Refusals of documents that we find ourselves, before or beside the engine's validation.</summary>
internal static class DocumentRefusals
{
    public static readonly RefusalError FragmentCycle =
        new Refusal("DOCUMENT_INVALID", "A fragment leads back to itself.").With(("rule", "5.5.2.2"));

    public static readonly RefusalError ForbiddenEscape =
        new RefusalError(new Refusal("DOCUMENT_SYNTAX", "A string escapes a NUL or half a surrogate pair."));

    public static readonly RefusalError OpenString =
        new RefusalError(new Refusal("DOCUMENT_SYNTAX", "A string is not closed on the line where it begins."));

    public static readonly RefusalError HashDiffers = new(new Refusal(
        "PERSISTED_QUERY_HASH_DIFFERS", "The hash is not the lower-case SHA-256 of the text beside it."));

    /// <summary>The message is the word that clients look for before they send the text as well.</summary>
    public static readonly RefusalError HashUnknown =
        new(new Refusal("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"));

    public static readonly RefusalError NotExecutable =
        new Refusal("DOCUMENT_INVALID", "A document to execute holds operations and fragments only.").With(("rule", "5.1.1"));

    public static readonly RefusalError NothingToFollow =
        new Refusal("DOCUMENT_INVALID", "A subscription selects one field that can be followed.").With(("rule", "5.2.3.1"));

    public static readonly RefusalError OperationNameNeeded =
        new RefusalError(new Refusal("OPERATION_UNKNOWN", "The document has several operations: name one of them."));

    public static readonly RefusalError OperationNotThere =
        new RefusalError(new Refusal("OPERATION_UNKNOWN", "The document has no operation of that name."));

    public static readonly RefusalError NoOperation =
        new RefusalError(new Refusal("OPERATION_UNKNOWN", "The document has no operation."));
}
