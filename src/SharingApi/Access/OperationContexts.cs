using Domain.Access;
using Domain.Shared;
using SharingApi.Audit;
using SharingApi.Graph;
using SharingApi.Identity;

namespace SharingApi.Access;

/// <summary>Opens the context of an operation from the request: who calls, for what, and what that discloses.</summary>
internal sealed class OperationContexts(
    SignIn signIn,
    Disclosures disclosures,
    RightsLeases leases,
    TimeProvider clock,
    IHostEnvironment environment)
{
    private static readonly Disclosure OfNobody = Disclosure.Nothing(string.Empty, null, DisclosureBasis.NoPurpose);

    /// <summary>
    /// The context; or why the caller is not let in: <c>AUTH_NOT_AUTHENTICATED</c>, <c>REQUEST_INVALID</c>.
    /// </summary>
    /// <remarks>
    /// A purpose that is unknown or not granted, and a client that is not registered, open a context that discloses nothing:
    /// <see cref="RootFieldRights"/> refuses all its fields, and the read log keeps what was asked for. In Development a
    /// request without a token is let in without a caller, to introspect and nothing more.
    /// </remarks>
    public ValueTask<Outcome<OperationContext>> OpenAsync(HttpContext http, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!SignIn.IsAttempted(http))
        {
            var refusal = SignIn.AskForToken(http);
            return ValueTask.FromResult<Outcome<OperationContext>>(
                environment.IsDevelopment() ? Anonymous(http) : refusal);
        }

        var caller = signIn.CallerAsync(http);
        return caller.IsCompletedSuccessfully
            ? ValueTask.FromResult(Open(http, caller.GetAwaiter().GetResult()))
            : OpenSlowlyAsync(http, caller);
    }

    private async ValueTask<Outcome<OperationContext>> OpenSlowlyAsync(HttpContext http, ValueTask<Outcome<Caller>> caller) =>
        Open(http, await caller);

    private Outcome<OperationContext> Open(HttpContext http, Outcome<Caller> signedIn)
    {
        if (!signedIn.Succeeded(out var caller, out var refusal))
        {
            return refusal;
        }

        var headers = http.Request.Headers;
        if (RequestHeaders.ReadCase(headers[RequestHeaders.Case], out var reference) is { } badReference)
        {
            return badReference;
        }

        var lease = LeaseFor(http);
        var operation = new OperationContext(caller, DisclosureTo(caller, headers), new ReadRecord(http.TraceIdentifier, reference));
        operation.Keep(lease);
        return operation;
    }

    // A stream would hold it for hours; what streams asks for its rights event by event.
    private RightsLease? LeaseFor(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest ||
            http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var lease = leases.Take();
        http.Response.RegisterForDispose(lease);
        return lease;
    }

    private Disclosure DisclosureTo(Caller caller, IHeaderDictionary headers)
    {
        if (RequestHeaders.ReadPurpose(headers[RequestHeaders.Purpose], out var purpose) is not null)
        {
            return Disclosure.Nothing(caller.Client, null, DisclosureBasis.UnknownPurpose);
        }

        return disclosures.AtAll(caller, purpose, clock.GetUtcNow()).Succeeded(out var disclosure, out _)
            ? disclosure
            : Disclosure.Nothing(caller.Client, purpose, DisclosureBasis.UnknownClient);
    }

    // The challenge that was set stands should the operation turn out to need a caller; an answer does not carry it.
    private static Outcome<OperationContext> Anonymous(HttpContext http)
    {
        http.Response.OnStarting(
            static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode != StatusCodes.Status401Unauthorized)
                {
                    response.Headers.Remove("WWW-Authenticate");
                }

                return Task.CompletedTask;
            },
            http.Response);
        return new OperationContext(null, OfNobody, new ReadRecord(http.TraceIdentifier, null));
    }
}
