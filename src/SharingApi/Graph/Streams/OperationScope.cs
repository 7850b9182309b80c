using Domain.Shared;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Streams;

/// <summary>The services and the frame of one operation, or of one event, of a stream.</summary>
internal sealed class OperationScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly HttpContext _http;

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
    public ValueTask<Outcome<OperationContext>> OpenAsync(CancellationToken cancellationToken) =>
        Frame.OpenAsync(_http, cancellationToken);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
