using Domain.Audit;
using Domain.Shared;
using SharingApi.Access;
using SharingApi.Audit;

namespace SharingApi.Graph.Execution;

/// <summary>What stands around an operation: who may begin it, and what must be durable before its answer leaves.</summary>
internal interface IOperationFrame
{
    ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken);

    ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome, CancellationToken cancellationToken);
}

/// <summary>The frame of the running program: tokens, grants and the read log.</summary>
internal sealed class OperationFrame(OperationContexts contexts, ReadLog log) : IOperationFrame
{
    public ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken) =>
        contexts.OpenAsync(http, cancellationToken);

    public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome, CancellationToken cancellationToken) =>
        log.CommitAsync(operation, outcome, cancellationToken);
}
