using GraphQL;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Execution;

/// <summary>Writes results whole before a byte of them leaves, and makes the read log durable in between.</summary>
internal sealed class ResponseGathering(IOptions<LimitOptions> options)
{
    private const int RefusalBytes = 16 * 1024;

    private readonly int _mostBytes = options.Value.ResponseBytes;

    /// <summary>Bytes that all responses to one request may have together.</summary>
    public int MostBytes => _mostBytes;

    /// <param name="result">What the engine answered.</param>
    /// <param name="operation">Whose record the log takes.</param>
    /// <param name="frame">Keeps the log.</param>
    /// <param name="mostBytes">What is left of <see cref="MostBytes"/>; a larger response is refused and discloses nobody.</param>
    /// <remarks>Waits for the log also where nobody waits for the response any more: what ran is recorded.</remarks>
    public async ValueTask<GatheredResponse> GatherAsync(
        ExecutionResult result, OperationContext operation, IOperationFrame frame, int mostBytes)
    {
        var buffer = new PooledBuffer(Math.Max(mostBytes, RefusalBytes));
        try
        {
            var sent = Write(buffer, result, operation, mostBytes);
            if (await frame.SettleAsync(operation) is { } tooMany)
            {
                sent = Replace(buffer, operation, tooMany);
            }

            await frame.CommitAsync(operation, sent.Outcome(operation));
            return new(buffer, sent.IsRefused() ? sent.Errors![0].Line(operation.Record.RequestId).Code : null);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>A response that is one error: no operation began, so no log is owed.</summary>
    public static GatheredResponse Refuse(ExecutionError refusal, string requestId, bool isChinese)
    {
        var buffer = new PooledBuffer(RefusalBytes);
        ResponseWriter.Write(buffer, refusal, requestId, isChinese);
        return new(buffer, refusal.Line(requestId).Code);
    }

    private ExecutionResult Write(PooledBuffer buffer, ExecutionResult result, OperationContext operation, int mostBytes)
    {
        try
        {
            ResponseWriter.Write(buffer, result, operation);
            if (buffer.Written.Length <= mostBytes)
            {
                return result;
            }
        }
        catch (ResponseTooLargeException)
        {
            // Answered below, as for a response that only just passed the limit.
        }

        return Replace(buffer, operation, LimitRefusals.ResponseSize(_mostBytes));
    }

    /// <summary>The refusal takes the place of what was written, and nobody was disclosed.</summary>
    private static ExecutionResult Replace(PooledBuffer buffer, OperationContext operation, ExecutionError refusal)
    {
        buffer.Clear();
        operation.DiscloseNothing();
        var refused = GraphResults.Refused(refusal);
        ResponseWriter.Write(buffer, refused, operation);
        return refused;
    }
}
