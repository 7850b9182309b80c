using System.IO.Pipelines;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Streams;

/// <summary>
/// Answers one operation as server-sent events (graphql-sse, distinct connections): <c>next</c> for each response,
/// <c>complete</c> at the end, and a comment whenever it has been quiet for a while.
/// </summary>
internal sealed class EventStreamEndpoint(OperationStreams streams, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>After so much silence a comment is sent, and the caller's right to be here is asked again.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    private static readonly byte[] Comment = [.. ":\n\n"u8];

    private static readonly Task<bool> Taken = Task.FromResult(false);

    // A browser's EventSource hears of no event without a data line.
    private static readonly byte[] Complete = [.. "event: complete\ndata:\n\n"u8];

    public async Task AnswerAsync(HttpContext http, GraphRequest request, OperationKinds allowed)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var origin = RequestOrigin.Of(http);
        var stream = await streams.BeginAsync(request, allowed, origin, either.Token);
        if (stream.First is { Refusal: { } code } refused && IsToldByTheStatus(code))
        {
            using (refused)
            {
                var status = HttpStatus.Of(code, ResponseMedia.GraphResponse);
                await HttpAnswer.SendAsync(http, status, ResponseMedia.GraphResponse, refused.Body);
            }

            return;
        }

        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ResponseMedia.EventStream.ContentType();
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";

        if (stream.Events is not null)
        {
            // The head leaves with it: that tells the client that the subscription stands.
            await response.BodyWriter.WriteAsync(Comment, either.Token);
        }

        await SendAllAsync(response.BodyWriter, stream, origin, either.Token);
    }

    private async Task SendAllAsync(
        PipeWriter body, OperationStream stream, RequestOrigin origin, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(KeepAlive, clock);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var responses = streams.ReadAsync(stream, origin, reading.Token).GetAsyncEnumerator(reading.Token);
        var next = responses.MoveNextAsync().AsTask();
        try
        {
            var quiet = timer.WaitForNextTickAsync(cancellationToken).AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, quiet) == next)
                {
                    if (!await next)
                    {
                        break;
                    }

                    next = Taken;
                    await SendAsync(body, responses.Current, cancellationToken);
                    next = responses.MoveNextAsync().AsTask();
                    continue;
                }

                await quiet;
                quiet = timer.WaitForNextTickAsync(cancellationToken).AsTask();
                if (await streams.CheckAsync(origin, cancellationToken) is { } refusal)
                {
                    await SendAsync(body, ResponseGathering.Refuse(new RefusalError(refusal), origin.RequestId, origin.SpeaksChinese), cancellationToken);
                    break;
                }

                await body.WriteAsync(Comment, cancellationToken);
            }

            await body.WriteAsync(Complete, cancellationToken);
        }
        finally
        {
            // The source must have let go before it can be disposed of, and of what it still gave nobody will.
            await reading.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (next.IsCompletedSuccessfully && await next)
            {
                responses.Current.Dispose();
            }
        }
    }

    private static async Task SendAsync(PipeWriter body, GatheredResponse response, CancellationToken cancellationToken)
    {
        using (response)
        {
            // Compact JSON has no line breaks, so that one data line holds all of it.
            Append(body, "event: next\ndata: "u8);
            Append(body, response.Body.Span);
            Append(body, "\n\n"u8);
            await body.FlushAsync(cancellationToken);
        }
    }

    private static void Append(PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }

    /// <summary>What never became an operation is told as over plain HTTP; whatever an operation answered is an event.</summary>
    private static bool IsToldByTheStatus(string code) =>
        code is "AUTH_NOT_AUTHENTICATED" || code.StartsWith("REQUEST_", StringComparison.Ordinal);
}
