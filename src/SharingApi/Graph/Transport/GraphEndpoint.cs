using GraphQL;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Streams;

namespace SharingApi.Graph.Transport;

/// <summary>
/// One request over HTTP: opens the operation, runs it, gathers the response, makes the read log durable, and only then sends
/// the first byte.
/// </summary>
internal sealed class GraphEndpoint(
    GraphExecutor executor,
    ResponseGathering gathering,
    RequestBody body,
    BatchEndpoint batches,
    EventStreamEndpoint events,
    SocketEndpoint sockets,
    IOptions<LimitOptions> options,
    ILogger<GraphEndpoint> log)
{
    private readonly LimitOptions _limits = options.Value;

    public Task PostAsync(HttpContext http) =>
        !MediaTypes.IsJson(http.Request.ContentType) || http.Request.Headers.ContentEncoding.Count > 0
            ? HttpAnswer.RefuseAsync(http, RequestRefusals.MediaType)
            : AnswerAsync(
                http,
                OperationKinds.Query | OperationKinds.Mutation,
                () => body.ReadAsync(http.Request, http.RequestAborted));

    public Task GetAsync(HttpContext http) => http.WebSockets.IsWebSocketRequest
        ? sockets.AcceptAsync(http)
        : AnswerAsync(
            http,
            OperationKinds.Query,
            () => new(InAddress(http.Request.Query)));

    private (RequestBatch? Batch, RefusalError? Refusal) InAddress(IQueryCollection query)
    {
        var (request, refusal) = AddressRequest.Read(query, _limits.ValueDepth);
        return request is null ? (null, refusal) : (new([new(request, null)], IsList: false), null);
    }

    private async Task AnswerAsync(
        HttpContext http,
        OperationKinds allowed,
        Func<ValueTask<(RequestBatch? Batch, RefusalError? Refusal)>> read)
    {
        if (MediaTypes.Accepted(http.Request.Headers.Accept) is not { } accepted)
        {
            await HttpAnswer.RefuseAsync(http, RequestRefusals.NotAcceptable);
            return;
        }

        // What is refused before any event could be is answered in JSON.
        var media = accepted == ResponseMedia.EventStream ? ResponseMedia.GraphResponse : accepted;
        try
        {
            var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
            if (!(await frame.OpenAsync(http, http.RequestAborted)).Succeeded(out var operation, out var notLetIn))
            {
                await HttpAnswer.RefuseAsync(http, new RefusalError(notLetIn), media);
                return;
            }

            var (batch, refusal) = await read();
            if (batch is null)
            {
                await HttpAnswer.RefuseAsync(http, refusal!, media);
            }
            else if (batch.IsList)
            {
                await (accepted == ResponseMedia.EventStream
                    ? HttpAnswer.RefuseAsync(http, RequestRefusals.Batch, media)
                    : batches.AnswerAsync(http, batch.Members, allowed, media));
            }
            else if (accepted == ResponseMedia.EventStream)
            {
                await events.AnswerAsync(http, batch.Members[0].Request!, allowed | OperationKinds.Subscription);
            }
            else
            {
                var request = batch.Members[0].Request!;
                var result = await executor.RunAsync(request, operation, allowed, http.RequestServices, http.RequestAborted);
                using var response = await gathering.GatherAsync(result, operation, frame, gathering.MostBytes);
                var status = response.Refusal is { } code ? HttpStatus.Of(code, media) : StatusCodes.Status200OK;
                await HttpAnswer.SendAsync(http, status, media, response.Body);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || http.Response.HasStarted)
        {
            // Nobody is left to answer; or the server stops, and a stream ends with it.
        }
        catch (BadHttpRequestException) when (!http.Response.HasStarted)
        {
            // The body is not framed as its head says, or its rest never came.
            await HttpAnswer.RefuseAsync(http, RequestRefusals.BrokenBody, media);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            GraphLog.Failed(log, http.TraceIdentifier, failure);
            await HttpAnswer.RefuseAsync(http, new ExecutionError("Unexpected."), media);
        }
    }
}
