using Domain.Shared;
using SharingApi.Graph;

namespace SharingApi.Access;

/// <summary>Opens the context of an operation from the request: who calls, for what, and what that discloses.</summary>
internal sealed class OperationContexts
{
    /// <summary>The context; or why the caller is not let in (<c>AUTH_NOT_AUTHENTICATED</c>, <c>AUTH_PURPOSE_NOT_GRANTED</c>, …).</summary>
    public ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken)
    {
        _ = (http, cancellationToken, this);
        return ValueTask.FromResult<Outcome<OperationContext>>(new Refusal("AUTH_NOT_AUTHENTICATED", "Nobody is let in yet."));
    }
}
