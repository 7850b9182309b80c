using GraphQL;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Transport;

/// <summary>
/// One request over HTTP, one response: opens the operation, runs it, gathers the response, makes the read log durable, and
/// only then sends the first byte.
/// </summary>
internal sealed class GraphEndpoint(
    GraphExecutor executor, RequestBody body, IOptions<LimitOptions> options, ILogger<GraphEndpoint> log)
{
    private readonly LimitOptions _limits = options.Value;

    public Task PostAsync(HttpContext http) =>
        !MediaTypes.IsJson(http.Request.ContentType) || http.Request.Headers.ContentEncoding.Count > 0
            ? HttpAnswer.RefuseAsync(http, RequestRefusals.MediaType)
            : AnswerAsync(
                http,
                OperationKinds.Query | OperationKinds.Mutation,
                () => body.ReadAsync(http.Request, http.RequestAborted));

    public Task GetAsync(HttpContext http) =>
        AnswerAsync(
            http,
            OperationKinds.Query,
            () => new(AddressRequest.Read(http.Request.Query, _limits.ValueDepth)));

    private async Task AnswerAsync(
        HttpContext http,
        OperationKinds allowed,
        Func<ValueTask<(GraphRequest? Request, RefusalError? Refusal)>> read)
    {
        if (MediaTypes.Accepted(http.Request.Headers.Accept) is not { } media)
        {
            await HttpAnswer.RefuseAsync(http, RequestRefusals.NotAcceptable);
            return;
        }

        try
        {
            var frame = http.RequestServices.GetRequiredService<IOperationFrame>();
            if (!(await frame.OpenAsync(http, http.RequestAborted)).Succeeded(out var operation, out var notLetIn))
            {
                await HttpAnswer.RefuseAsync(http, new RefusalError(notLetIn), media);
                return;
            }

            var (request, refusal) = await read();
            if (request is null)
            {
                await HttpAnswer.RefuseAsync(http, refusal!, media);
                return;
            }

            var result = await executor.RunAsync(request, operation, allowed, http.RequestServices, http.RequestAborted);
            await SendAsync(http, media, frame, result, operation);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception failure) when (failure is not BadHttpRequestException && !http.Response.HasStarted)
        {
            GraphLog.Failed(log, http.TraceIdentifier, failure);
            await HttpAnswer.RefuseAsync(http, new ExecutionError("Unexpected."), media);
        }
    }

    private async Task SendAsync(
        HttpContext http, ResponseMedia media, IOperationFrame frame, ExecutionResult result, OperationContext operation)
    {
        using var buffer = new PooledBuffer(_limits.ResponseBytes);
        var sent = Gather(buffer, result, operation);
        await frame.CommitAsync(operation, sent.Outcome(operation), http.RequestAborted);
        var status = sent.IsRefused()
            ? HttpStatus.Of(sent.Errors![0].Line(operation.Record.RequestId).Code, media)
            : StatusCodes.Status200OK;
        await HttpAnswer.SendAsync(http, status, media, buffer.Written);
    }

    /// <summary>Writes the result; or, where it grows too large, the refusal that is sent instead and then discloses nobody.</summary>
    private ExecutionResult Gather(PooledBuffer buffer, ExecutionResult result, OperationContext operation)
    {
        try
        {
            ResponseWriter.Write(buffer, result, operation);
            if (buffer.Written.Length <= _limits.ResponseBytes)
            {
                return result;
            }
        }
        catch (ResponseTooLargeException)
        {
            // Answered below, as for a response that only just passed the limit.
        }

        buffer.Clear();
        operation.Record.Persons.Clear();
        operation.Record.Items.Clear();
        operation.Denied.Clear();
        var refused = GraphResults.Refused(LimitRefusals.ResponseSize(_limits.ResponseBytes));
        ResponseWriter.Write(buffer, refused, operation);
        return refused;
    }
}
