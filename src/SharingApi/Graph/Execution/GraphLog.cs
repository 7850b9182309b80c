namespace SharingApi.Graph.Execution;

/// <summary>Log lines about failures. An exception's message may repeat a value, so only its kind and place are written.</summary>
internal static partial class GraphLog
{
    public static void Failed(ILogger log, string? requestId, Exception failure) =>
        Failed(log, requestId, failure.GetType().FullName, failure.StackTrace);

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed with {Kind} at {Place}")]
    private static partial void Failed(ILogger log, string? requestId, string? kind, string? place);
}
