namespace SharingApi.Tests.Graph;

/// <summary>Which test provokes which code, and says so with the code in quotes: one place for each, whoever else may meet it too.</summary>
internal static class ProvokedRefusals
{
    /// <summary>By the name of the test's class.</summary>
    public static readonly Dictionary<string, string[]> ByTest = new(StringComparer.Ordinal)
    {
        ["AccessRequestTests"] = ["ACCESS_REQUEST_OWN"],
        ["BatchTests"] = ["LIMIT_BATCH", "REQUEST_BATCH_UNSUPPORTED"],
        ["BreakGlassTests"] = ["GRANT_BREAK_GLASS", "GRANT_NOT_SHARED"],
        ["CheckPersonTests"] = ["LIMIT_CHECKS"],
        ["DataErrorTests"] = ["CASE_CLOSED", "DATA_ERROR_ITEM", "DATA_ERROR_PERSON_UNKNOWN"],
        ["DeathTakenBackTests"] = ["CASE_NOT_YOURS", "CASE_UNKNOWN"],
        ["ExecutionTimeTests"] = ["LIMIT_EXECUTION"],
        ["FilterTests"] = ["LIMIT_COST"],
        ["FollowingTests"] = ["LIMIT_SOCKET_OPERATIONS"],
        ["GrantTests"] = ["SIGN_OFF_OWN", "SIGN_OFF_SAME_OFFICE"],
        ["GrantVolumeTests"] = ["GRANT_VOLUME", "LIMIT_BULK", "LIMIT_PERSONS"],
        ["GrantsOverHttpTests"] =
        [
            "ACCESS_REQUEST_REASON", "AUTH_NOT_AUTHORIZED", "AUTH_PURPOSE_NOT_GRANTED", "GRANT_COMPOSITE",
            "GRANT_ENDS_BEFORE_START", "GRANT_ITEM_REPEATED", "GRANT_ITEM_UNKNOWN", "GRANT_OVERLAPS", "GRANT_PURPOSE_CLOSED",
            "GRANT_SCOPE_UNKNOWN", "GRANT_SCOPE_WIDENS", "GRANT_TEXT", "GRANT_WIDENS", "SIGN_OFF_DIGEST_DIFFERS",
            "SIGN_OFF_SAME_SIGNER",
        ],
        ["HostileTests"] = ["LIMIT_MESSAGE_IDS"],
        ["LettingInTests"] = ["AUTH_CLIENT_UNKNOWN", "AUTH_PURPOSE_REQUIRED", "AUTH_PURPOSE_UNKNOWN"],
        ["LimitTests"] =
        [
            "LIMIT_ALIASES", "LIMIT_BODY_SIZE", "LIMIT_BODY_TIME", "LIMIT_DIRECTIVES", "LIMIT_EXPANDED_FIELDS", "LIMIT_FIELDS",
            "LIMIT_LINE", "LIMIT_RESPONSE_SIZE", "LIMIT_SELECTION_DEPTH", "LIMIT_TEXT_LENGTH",
            "LIMIT_TOKENS", "LIMIT_VALUES", "LIMIT_VALUE_DEPTH",
        ],
        ["PersistedOperationTests"] = ["PERSISTED_QUERY_HASH_DIFFERS", "PERSISTED_QUERY_NOT_FOUND"],
        ["PersonsMergedTests"] = ["MERGE_NOT_POSSIBLE", "SPLIT_NOT_POSSIBLE"],
        ["ReachTests"] = ["PERSON_AMBIGUOUS"],
        ["ReconciliationTests"] = ["GRANT_SCOPE_PURPOSE"],
        ["RefusalsOfRequestsTests"] =
        [
            "AUTH_FILTER_NOT_AUTHORIZED", "CHECK_INCOMPLETE", "CURSOR_INVALID", "DATA_ERROR_TEXT", "DECISION_NOT_POSSIBLE",
            "DECISION_REASON_MISSING", "IMPORT_HEADER", "INTAKE_FILE_KIND", "INTAKE_HEADER", "LIMIT_LIST_SIZE", "LIMIT_NOTICES",
            "LIMIT_PAGE_SIZE", "REQUEST_STREAM_NEEDED", "REVERSAL_NOT_POSSIBLE", "SIGN_OFF_NOTHING",
        ],
        ["RefusalsOfRightsTests"] =
        [
            "ACCESS_REQUEST_DECIDED", "ACCESS_REQUEST_EXTENDED", "ACCESS_REQUEST_INCOMPLETE", "ACCESS_REQUEST_UNKNOWN",
            "GRANT_CLIENT_UNKNOWN", "GRANT_ENDED", "GRANT_NOT_DRAFT", "GRANT_NOT_IN_FORCE", "GRANT_REPLACES_UNKNOWN",
            "GRANT_REQUEST", "GRANT_UNKNOWN",
        ],
        ["TransportTests"] =
        [
            "AUTH_NOT_AUTHENTICATED", "DOCUMENT_INVALID", "DOCUMENT_SYNTAX", "INPUT_INVALID", "INTERNAL_ERROR",
            "OPERATION_UNKNOWN", "REQUEST_INVALID", "REQUEST_MEDIA_TYPE", "REQUEST_METHOD", "REQUEST_NOT_ACCEPTABLE",
        ],
        ["UndoTests"] = ["SIGN_OFF_VOIDED"],
        ["WorkingDaysTests"] = ["CALENDAR_UNKNOWN_YEAR"],
    };
}
