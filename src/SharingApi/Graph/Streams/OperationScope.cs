using Domain.Shared;
using SharingApi.Access;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Streams;

/// <summary>The services and the frame of one operation, or of one event, of a stream.</summary>
internal sealed class OperationScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly HttpContext _http;
    private RightsLease? _lease;

    private OperationScope(AsyncServiceScope scope, RequestOrigin origin)
    {
        _scope = scope;
        _http = origin.NewRequest(scope.ServiceProvider);
        Frame = scope.ServiceProvider.GetRequiredService<IOperationFrame>();
    }

    public IServiceProvider Services => _scope.ServiceProvider;

    public IOperationFrame Frame { get; }

    public static OperationScope Of(IServiceScopeFactory scopes, RequestOrigin origin) => new(scopes.CreateAsyncScope(), origin);

    /// <summary>Signs in anew: the token, the client and its grants as they are now.</summary>
    public async ValueTask<Outcome<OperationContext>> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await Frame.OpenAsync(_http, cancellationToken);
        _lease = opened.Succeeded(out var operation, out _) ? operation.Lease() : null;
        return opened;
    }

    /// <summary>The response keeps its hold on the rights until it has been sent: who takes them away waits for it.</summary>
    public GatheredResponse HandOver(GatheredResponse response)
    {
        (response.Hold, _lease) = (_lease, null);
        return response;
    }

    public ValueTask DisposeAsync()
    {
        _lease?.Dispose();
        return _scope.DisposeAsync();
    }
}
