using Domain.Audit;
using GraphQL;

namespace SharingApi.Graph.Execution;

/// <summary>What the engine's results mean to us.</summary>
internal static class GraphResults
{
    /// <summary>A result that refuses the whole request: errors and no data.</summary>
    public static ExecutionResult Refused(params IReadOnlyList<ExecutionError> errors)
    {
        var result = new ExecutionResult();
        foreach (var error in errors)
        {
            result.AddError(error);
        }

        return result;
    }

    /// <summary>True where the request was refused as a whole, so that the response has no <c>data</c>.</summary>
    /// <remarks>
    /// The engine sets <c>Executed</c> also where the strategy refused before it read anything; only a result that the
    /// strategy finished knows its document.
    /// </remarks>
    public static bool IsRefused(this ExecutionResult result) => result is not { Executed: true, Document: not null };

    /// <summary>What the read log says of the operation.</summary>
    public static ReadOutcome Outcome(this ExecutionResult result, OperationContext operation)
    {
        if (result.IsRefused())
        {
            return ReadOutcome.Refused;
        }

        return operation.Record.Persons.Count > 0 ? ReadOutcome.Hit : ReadOutcome.Miss;
    }
}
