using Domain.Audit;
using Domain.Shared;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph.Errors;

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
    public async ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var opened = await contexts.OpenAsync(http, cancellationToken);
        if (opened.Succeeded(out var operation, out _))
        {
            operation.SpeaksChinese = PreferredLanguage.IsChinese(http.Request);
        }

        return opened;
    }

    public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome, CancellationToken cancellationToken) =>
        log.CommitAsync(operation, outcome, cancellationToken);
}
