using System.Runtime.CompilerServices;
using Domain.Access;
using Domain.Shared;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Streams;

/// <summary>Runs operations whose responses leave one after another: a query has one, a subscription one for each event.</summary>
internal sealed class OperationStreams(GraphExecutor executor, ResponseGathering gathering, IServiceScopeFactory scopes)
{
    /// <summary>Runs a query or a mutation; or judges a subscription and takes its place in the events.</summary>
    public async ValueTask<OperationStream> BeginAsync(
        GraphRequest request, OperationKinds allowed, RequestOrigin origin, CancellationToken cancellationToken)
    {
        await using var scope = OperationScope.Of(scopes, origin);
        if (!(await scope.OpenAsync(cancellationToken)).Succeeded(out var operation, out var notLetIn))
        {
            return new(request, ResponseGathering.Refuse(new RefusalError(notLetIn), origin.RequestId, origin.SpeaksChinese), null);
        }

        var result = await executor.RunAsync(request, operation, allowed, scope.Services, cancellationToken);
        if (operation.Events is { } events)
        {
            return new(request with { Document = operation.Document }, null, events);
        }

        var only = await gathering.GatherAsync(result, operation, scope.Frame, gathering.MostBytes);
        return new(request, scope.HandOver(only), null);
    }

    /// <summary>All responses, the last of them the refusal where the stream cannot go on. The reader disposes of each.</summary>
    /// <remarks>The next event is taken when the reader asks for it: a slow reader makes nothing pile up here.</remarks>
    public async IAsyncEnumerable<GatheredResponse> ReadAsync(
        OperationStream stream, RequestOrigin origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (stream.First is { } only)
        {
            yield return only;
            yield break;
        }

        await foreach (var happened in stream.Events!.Follow(cancellationToken))
        {
            var response = await AnswerAsync(happened, stream.Request, origin, cancellationToken);
            var goesOn = response.Refusal is null;
            yield return response;
            if (!goesOn)
            {
                yield break;
            }
        }
    }

    /// <summary>Why the origin would not be let in now, such as an expired token; null where it would.</summary>
    public async ValueTask<Refusal?> CheckAsync(RequestOrigin origin, CancellationToken cancellationToken)
    {
        await using var scope = OperationScope.Of(scopes, origin);
        return (await scope.OpenAsync(cancellationToken)).Refusal;
    }

    /// <summary>Why a socket of this origin is not opened: as <see cref="CheckAsync"/>, and without a caller or for a purpose never granted.</summary>
    public async ValueTask<Refusal?> LetInAsync(RequestOrigin origin, CancellationToken cancellationToken)
    {
        await using var scope = OperationScope.Of(scopes, origin);
        if (!(await scope.OpenAsync(cancellationToken)).Succeeded(out var operation, out var refusal))
        {
            return refusal;
        }

        return operation switch
        {
            { Caller: null } => new("AUTH_NOT_AUTHENTICATED", "A socket needs a token."),
            { Disclosure.Basis: DisclosureBasis.NotGranted } => new("AUTH_PURPOSE_NOT_GRANTED", "The purpose was never granted."),
            _ => null,
        };
    }

    private async ValueTask<GatheredResponse> AnswerAsync(
        object happened, GraphRequest request, RequestOrigin origin, CancellationToken cancellationToken)
    {
        await using var scope = OperationScope.Of(scopes, origin);
        if (!(await scope.OpenAsync(cancellationToken)).Succeeded(out var operation, out var refusal))
        {
            return ResponseGathering.Refuse(new RefusalError(refusal), origin.RequestId, origin.SpeaksChinese);
        }

        operation.Event = happened;
        var result = await executor.RunAsync(
            request, operation, OperationKinds.Subscription, scope.Services, cancellationToken);
        return scope.HandOver(await gathering.GatherAsync(result, operation, scope.Frame, gathering.MostBytes));
    }
}

/// <summary>An operation that has begun.</summary>
/// <param name="Request">What was asked, for a subscription with its document: it stays the one that was judged.</param>
/// <param name="First">The one response of a query, of a mutation and of whatever was refused.</param>
/// <param name="Events">The events of a subscription.</param>
internal sealed record OperationStream(GraphRequest Request, GatheredResponse? First, EventStream? Events);
