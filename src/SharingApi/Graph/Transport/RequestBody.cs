using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Transport;

/// <summary>Reads a request's body whole, within its own limits of size and time.</summary>
internal sealed class RequestBody(IOptions<LimitOptions> options, TimeProvider clock)
{
    private readonly LimitOptions _limits = options.Value;

    /// <summary>Waits for the whole of the body, or says why it is not waited for.</summary>
    public async ValueTask<ReceivedRequest> ReceiveAsync(
        HttpRequest http, CancellationToken cancellationToken)
    {
        if (http.ContentLength > _limits.BodyBytes)
        {
            return new(LimitRefusals.BodySize(_limits.BodyBytes, http.ContentLength.Value));
        }

        var pipe = http.BodyReader;

        // Most bodies arrive with the head: no clock is started for them.
        if (pipe.TryRead(out var first))
        {
            if (first.IsCompleted)
            {
                return new(pipe, first.Buffer);
            }

            pipe.AdvanceTo(first.Buffer.Start, first.Buffer.End);
        }

        // A read that is cancelled by its token leaves the reader unusable for the rest of the connection; one that is called off does not.
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_limits.BodySeconds), clock);
        await using var bell = late.Token.Register(pipe.CancelPendingRead);
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            if (read.Buffer.Length > _limits.BodyBytes)
            {
                var length = read.Buffer.Length;
                pipe.AdvanceTo(read.Buffer.End);
                return new(LimitRefusals.BodySize(_limits.BodyBytes, length));
            }

            if (read.IsCompleted)
            {
                return new(pipe, read.Buffer);
            }

            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (late.IsCancellationRequested)
            {
                return new(LimitRefusals.BodyTime(_limits.BodySeconds));
            }
        }
    }

    /// <summary>What was received asks for, or why that is nothing. Once: it is given back by this.</summary>
    public (RequestBatch? Batch, RefusalError? Refusal) Read(in ReceivedRequest received)
    {
        if (received is not { Pipe: { } pipe, Body: var body })
        {
            return (received.Batch, received.Refusal);
        }

        byte[]? joined = null;
        try
        {
            if (body.Length > _limits.BodyBytes)
            {
                return (null, LimitRefusals.BodySize(_limits.BodyBytes, body.Length));
            }

            if (!body.IsSingleSegment)
            {
                joined = ArrayPool<byte>.Shared.Rent((int)body.Length);
                body.CopyTo(joined);
            }

            var utf8 = joined is null ? body.FirstSpan : joined.AsSpan(0, (int)body.Length);
            var batch = RequestBatch.Read(utf8, _limits, out var refusal);
            return (batch, refusal);
        }
        finally
        {
            pipe.AdvanceTo(body.End);
            if (joined is not null)
            {
                // It may hold ID numbers: nobody else's buffer shall.
                ArrayPool<byte>.Shared.Return(joined, clearArray: true);
            }
        }
    }
}

/// <summary>A request that is wholly here: in its body, unread yet; or in its address; or refused.</summary>
internal readonly struct ReceivedRequest
{
    // A page's document has a few KB, a batch of fifty notices twenty; documents that are dear to refuse begin at fifteen.
    private const int LongBody = 12 * 1024;

    public ReceivedRequest(PipeReader pipe, ReadOnlySequence<byte> body) => (Pipe, Body) = (pipe, body);

    public ReceivedRequest(RequestBatch batch) => Batch = batch;

    public ReceivedRequest(RefusalError refusal) => Refusal = refusal;

    public PipeReader? Pipe { get; }

    public ReadOnlySequence<byte> Body { get; }

    public RequestBatch? Batch { get; }

    public RefusalError? Refusal { get; }

    /// <summary>To read and judge it takes milliseconds.</summary>
    public bool IsLong => Body.Length > LongBody;
}
