using GraphQL;
using Microsoft.Extensions.Options;
using Persistence.Threads;
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
    YieldingScheduler longRequests,
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
                () => body.ReceiveAsync(http.Request, http.RequestAborted));

    public Task GetAsync(HttpContext http) => http.WebSockets.IsWebSocketRequest
        ? sockets.AcceptAsync(http)
        : AnswerAsync(
            http,
            OperationKinds.Query,
            () => new(InAddress(http.Request.Query)));

    private ReceivedRequest InAddress(IQueryCollection query)
    {
        var (request, refusal) = AddressRequest.Read(query, _limits);
        return request is null ? new(refusal!) : new(new RequestBatch([new(request, null)], IsList: false));
    }

    private async Task AnswerAsync(
        HttpContext http,
        OperationKinds allowed,
        Func<ValueTask<ReceivedRequest>> receive)
    {
        if (MediaTypes.Accepted(http.Request.Headers.Accept) is not { } accepted)
        {
            await HttpAnswer.RefuseAsync(http, RequestRefusals.NotAcceptable);
            return;
        }

        var media = JsonOf(accepted);
        try
        {
            var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
            if (!(await frame.OpenAsync(http, http.RequestAborted)).Succeeded(out var operation, out var notLetIn))
            {
                await HttpAnswer.RefuseAsync(http, new RefusalError(notLetIn), media);
                return;
            }

            var received = await receive();
            await (received.IsLong
                ? RespondBehindOthersAsync(http, allowed, accepted, operation, received)
                : RespondAsync(http, allowed, accepted, operation, received));
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

    /// <summary>
    /// To read and judge a long request takes milliseconds of a core: it waits for other long ones, and leaves the core to short
    /// ones. What it awaits comes back to the same thread.
    /// </summary>
    private Task RespondBehindOthersAsync(
        HttpContext http, OperationKinds allowed, ResponseMedia accepted, OperationContext operation, ReceivedRequest received) =>
        Task.Factory.StartNew(
            () => RespondAsync(http, allowed, accepted, operation, received),
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            longRequests).Unwrap();

    private async Task RespondAsync(
        HttpContext http, OperationKinds allowed, ResponseMedia accepted, OperationContext operation, ReceivedRequest received)
    {
        var media = JsonOf(accepted);
        var (batch, refusal) = body.Read(received);
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
            var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
            var result = await executor.RunAsync(request, operation, allowed, http.RequestServices, http.RequestAborted);
            using var response = await gathering.GatherAsync(result, operation, frame, gathering.MostBytes);
            var status = response.Refusal is { } code ? HttpStatus.Of(code, media) : StatusCodes.Status200OK;
            await HttpAnswer.SendAsync(http, status, media, response.Body);
        }
    }

    /// <summary>What is refused before any event could be is answered in JSON.</summary>
    private static ResponseMedia JsonOf(ResponseMedia accepted) =>
        accepted == ResponseMedia.EventStream ? ResponseMedia.GraphResponse : accepted;
}
