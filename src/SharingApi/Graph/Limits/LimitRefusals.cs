using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Limits;

/// <summary>Refusals of requests that ask for too much, each with the two numbers that are needed to mend it.</summary>
internal static class LimitRefusals
{
    public static RefusalError BodySize(long limit, long actual) =>
        Over("LIMIT_BODY_SIZE", "The request body is too large: send less in one request.", limit, actual);

    public static RefusalError BodyTime(int seconds) =>
        new Refusal("LIMIT_BODY_TIME", "The request body did not arrive in time.").With(("limit", seconds));

    public static RefusalError ResponseSize(long limit) =>
        new Refusal("LIMIT_RESPONSE_SIZE", "The response would be too large: ask for fewer rows or fields.")
            .With(("limit", limit));

    public static RefusalError Tokens(long limit, long actual) =>
        Over("LIMIT_TOKENS", "The document has too many tokens.", limit, actual);

    public static RefusalError LineLength(long limit, long actual) =>
        Over("LIMIT_LINE", "A line of the document is too long: break it, or send values as variables.", limit, actual);

    public static RefusalError TextLength(long limit, long actual) =>
        Over("LIMIT_TEXT_LENGTH", "A text is too long.", limit, actual);

    public static RefusalError Values(long limit) =>
        new Refusal("LIMIT_VALUES", "The variables hold too many values: send several requests.").With(("limit", limit));

    public static RefusalError ValueDepth(long limit, long actual) =>
        Over("LIMIT_VALUE_DEPTH", "A value is nested too deeply.", limit, actual);

    public static RefusalError SelectionDepth(long limit, long actual) =>
        Over("LIMIT_SELECTION_DEPTH", "The selections are nested too deeply.", limit, actual);

    public static RefusalError FieldsInSet(long limit, long actual) =>
        Over("LIMIT_FIELDS", "One selection set has too many fields.", limit, actual);

    public static RefusalError ExpandedFields(long limit, long actual) =>
        Over("LIMIT_EXPANDED_FIELDS", "With its fragments expanded the document has too many fields.", limit, actual);

    public static RefusalError Aliases(long limit, long actual) =>
        Over("LIMIT_ALIASES", "One field is selected too often in one place.", limit, actual);

    public static RefusalError Directives(long limit, long actual) =>
        Over("LIMIT_DIRECTIVES", "The document has too many directives.", limit, actual);

    public static RefusalError Cost(long limit, long actual) =>
        Over("LIMIT_COST", "The request asks for too much: take smaller pages or fewer fields.", limit, actual);

    /// <param name="seconds">The limit.</param>
    /// <param name="cost">What the operations of the request cost so far, to be halved or split.</param>
    /// <param name="mostCost">What they might cost.</param>
    public static RefusalError Execution(int seconds, long cost, long mostCost) =>
        new Refusal("LIMIT_EXECUTION", "The operation took too long: take simpler filters, smaller pages or fewer fields.")
            .With(("limit", seconds), ("cost", cost), ("costLimit", mostCost));

    public static RefusalError Batch(long limit, long actual) =>
        Over("LIMIT_BATCH", "The batch has too many members: send several.", limit, actual);

    public static RefusalError SocketOperations(long limit) =>
        new Refusal("LIMIT_SOCKET_OPERATIONS", "The socket has too many operations: end one first, or open another socket.")
            .With(("limit", limit));

    private static RefusalError Over(string code, string sentence, long limit, long actual) =>
        new Refusal(code, sentence).With(("limit", limit), ("actual", actual));
}
