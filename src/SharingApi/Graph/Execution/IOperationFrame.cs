using Domain.Audit;
using Domain.Shared;
using SharingApi.Access;
using SharingApi.Audit;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Execution;

/// <summary>What stands around an operation: who may begin it, and what must be durable before its answer leaves.</summary>
internal interface IOperationFrame
{
    ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken);

    /// <summary>Counts whom the answer discloses; the refusal that takes its place where the grant's day is used up.</summary>
    ValueTask<RefusalError?> SettleAsync(OperationContext operation);

    ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome);
}

/// <summary>The frame of the running program: tokens, grants and the read log.</summary>
internal sealed class OperationFrame(OperationContexts contexts, VolumeGate volume, ReadLog log) : IOperationFrame
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

    public ValueTask<RefusalError?> SettleAsync(OperationContext operation) => volume.SettleAsync(operation);

    public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome) => log.CommitAsync(operation, outcome);
}
