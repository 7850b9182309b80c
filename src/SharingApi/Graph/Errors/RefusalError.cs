using Domain.Shared;
using GraphQL;

namespace SharingApi.Graph.Errors;

/// <summary>A refusal on its way to the client: its code becomes <c>extensions.code</c>.</summary>
internal sealed class RefusalError : ExecutionError
{
    /// <param name="refusal">The code and the sentence.</param>
    /// <param name="details">Numbers and names that the client needs to mend the request; never values of persons.</param>
    public RefusalError(Refusal refusal, IReadOnlyDictionary<string, object?>? details = null)
        : base(refusal.Reason)
    {
        Code = refusal.Code;
        Details = details ?? new Dictionary<string, object?>(StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, object?> Details { get; }
}
