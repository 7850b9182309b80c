using System.Collections.Concurrent;
using System.Text.Json;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Streams;

/// <summary>What is said over one socket, as graphql-transport-ws has it: init, then operations side by side, each by its id.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private const OperationKinds AllKinds = OperationKinds.Query | OperationKinds.Mutation | OperationKinds.Subscription;

    private static readonly byte[] Ack = [.. "{\"type\":\"connection_ack\"}"u8];
    private static readonly byte[] Ping = [.. "{\"type\":\"ping\"}"u8];
    private static readonly byte[] Pong = [.. "{\"type\":\"pong\"}"u8];

    private readonly SocketConnection _connection;
    private readonly OperationStreams _streams;
    private readonly LimitOptions _limits;
    private readonly ILogger _log;
    private readonly SocketWatch _watch;
    private readonly ConcurrentDictionary<string, SocketOperation> _operations = new(StringComparer.Ordinal);
    private RequestOrigin _origin;
    private volatile bool _isOpen;

    public Conversation(
        SocketConnection connection,
        OperationStreams streams,
        RequestOrigin origin,
        LimitOptions limits,
        TimeProvider clock,
        ILogger log)
    {
        _connection = connection;
        _streams = streams;
        _origin = origin;
        _limits = limits;
        _log = log;
        _watch = new SocketWatch(limits, clock, OnWatchAsync);
    }

    /// <summary>Listens until the socket is closed, by whichever side, and until all its operations have ended.</summary>
    public async Task RunAsync()
    {
        using var message = new PooledBuffer(_limits.BodyBytes);
        while (await _connection.ReceiveAsync(message))
        {
            if (!_connection.IsClosing && await HearAsync(message.Written) is { } reason)
            {
                await _connection.CloseAsync(reason);
            }
        }

        await _connection.CutAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        foreach (var operation in _operations.Values)
        {
            await operation.DisposeAsync();
        }
    }

    /// <summary>Acts on one message; what it returns closes the socket.</summary>
    private async ValueTask<CloseReason?> HearAsync(ReadOnlyMemory<byte> utf8)
    {
        switch (SocketMessage.Read(utf8))
        {
            case { Type: "connection_init" } init:
                return _isOpen ? CloseReason.InitTwice : await OpenAsync(init.Payload);
            case { Type: "ping" }:
                await SendAsync(Pong);
                return null;
            case { Type: "pong" }:
                return null;
            case { Type: "subscribe", Id: { Length: > 0 } id } subscribe:
                return _isOpen ? await SubscribeAsync(id, subscribe.Payload) : CloseReason.Unauthorized;
            case { Type: "complete", Id: { Length: > 0 } id }:
                if (_operations.TryGetValue(id, out var operation) && Forget(operation))
                {
                    await operation.DisposeAsync();
                }

                return null;
            default:
                return CloseReason.BadMessage;
        }
    }

    private async ValueTask<CloseReason?> OpenAsync(ReadOnlyMemory<byte> payload)
    {
        if (!payload.IsEmpty)
        {
            if (RequestJson.Map("payload", payload.Span, _limits, out _) is not { } said)
            {
                return CloseReason.BadMessage;
            }

            _origin = _origin.With(said);
        }

        if (await _streams.LetInAsync(_origin, CancellationToken.None) is { } refusal)
        {
            return ReasonOf(refusal.Code);
        }

        _isOpen = true;
        _watch.Open();
        await SendAsync(Ack);
        return null;
    }

    private async ValueTask<CloseReason?> SubscribeAsync(string id, ReadOnlyMemory<byte> payload)
    {
        if (_operations.ContainsKey(id))
        {
            return CloseReason.IdTaken;
        }

        var request = RequestJson.Request(payload.Span, _limits, out var refusal);
        if (refusal?.Code?.StartsWith("REQUEST_", StringComparison.Ordinal) == true || request is { VariableSets: not null })
        {
            return CloseReason.BadMessage;
        }

        refusal ??= _operations.Count >= _limits.SocketOperations
            ? LimitRefusals.SocketOperations(_limits.SocketOperations)
            : null;
        if (refusal is not null)
        {
            using var refused = ResponseGathering.Refuse(refusal, _origin.RequestId, _origin.SpeaksChinese);
            await SendAsync(id, "error", refused.Errors);
            return null;
        }

        var operation = new SocketOperation(id);
        _operations[id] = operation;
        _watch.Begin();
        operation.Start(() => AnswerAsync(operation, request!));
        return null;
    }

    private async Task AnswerAsync(SocketOperation operation, GraphRequest request)
    {
        try
        {
            var stream = await _streams.BeginAsync(request, AllKinds, _origin, operation.Token);
            await foreach (var response in _streams.ReadAsync(stream, _origin, operation.Token))
            {
                using (response)
                {
                    if (response.Refusal is { } code)
                    {
                        await RefuseAsync(operation, code, response);
                        return;
                    }

                    await SendAsync(operation.Id, "next", response.Body);
                }
            }

            if (Forget(operation))
            {
                await SendAsync(operation.Id, "complete", default);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or System.Net.WebSockets.WebSocketException)
        {
            // The client ended the operation, or is gone itself.
        }
        catch (Exception failure)
        {
            GraphLog.Failed(_log, _origin.RequestId, failure);
            await _connection.CloseAsync(CloseReason.Failed);
        }
        finally
        {
            Forget(operation);
        }
    }

    /// <summary>Ends the operation with its errors, which nothing may follow; a token that is valid no longer ends the socket.</summary>
    private async Task RefuseAsync(SocketOperation operation, string code, GatheredResponse response)
    {
        if (code is "AUTH_NOT_AUTHENTICATED")
        {
            await _connection.CloseAsync(CloseReason.Unauthorized);
        }
        else if (Forget(operation))
        {
            await SendAsync(operation.Id, "error", response.Errors);
        }
    }

    /// <summary>Frees the id; true for whoever does it first and so has the last word on the operation.</summary>
    private bool Forget(SocketOperation operation)
    {
        if (!_operations.TryRemove(new(operation.Id, operation)))
        {
            return false;
        }

        _watch.End();
        return true;
    }

    private async Task OnWatchAsync()
    {
        if (!_isOpen)
        {
            await _connection.CloseAsync(CloseReason.InitTimeout);
        }
        else if (_operations.IsEmpty)
        {
            await _connection.CloseAsync(CloseReason.Idle);
        }
        else if (await _streams.CheckAsync(_origin, CancellationToken.None) is { } refusal)
        {
            await _connection.CloseAsync(ReasonOf(refusal.Code));
        }
        else
        {
            await SendAsync(Ping);
        }
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> message) => _connection.SendAsync(message, default, default);

    private ValueTask SendAsync(string id, string type, ReadOnlyMemory<byte> payload)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(id);
        byte[] opening = [.. "{\"id\":"u8, .. head, .. ",\"type\":\""u8, .. System.Text.Encoding.ASCII.GetBytes(type)];
        return payload.IsEmpty
            ? _connection.SendAsync((byte[])[.. opening, .. "\"}"u8], default, default)
            : _connection.SendAsync((byte[])[.. opening, .. "\",\"payload\":"u8], payload, (byte[])[.. "}"u8]);
    }

    private static CloseReason ReasonOf(string refusal) => refusal switch
    {
        "AUTH_NOT_AUTHENTICATED" => CloseReason.Unauthorized,
        "REQUEST_INVALID" => CloseReason.BadMessage,
        _ => CloseReason.Forbidden(refusal),
    };
}
