using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Persistence.Threads;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;
using SharingApi.Graph.Streams;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph;

/// <summary>Puts the graph together: what every field needs and no feature owns.</summary>
internal static class GraphSetup
{
    /// <summary>
    /// Adds the engine and its transport. Features add their <see cref="IRootFields"/>; an
    /// <see cref="ExecutionStrategyRegistration"/> in the services replaces the engine's own strategy for its kind of operation.
    /// </summary>
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section);
        services.AddOptions<NumberOptions>().BindConfiguration(NumberOptions.Section);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<NumberRules>();
        services.AddSingleton<SharingSchema>();
        services.AddSingleton<DocumentLimits>();
        services.AddSingleton<DocumentCache>();
        services.AddSingleton<AutomaticOperations>();
        services.AddSingleton<OperationTexts>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<IDocumentExecuter>(static provider => new DocumentExecuter(
            new GraphQLDocumentBuilder(),
            new RequestValues(),
            new DefaultExecutionStrategySelector(provider.GetServices<ExecutionStrategyRegistration>()),
            []));
        services.AddSingleton<ExecutionTime>();
        services.AddSingleton<GraphExecutor>();
        services.AddSingleton<ResponseGathering>();
        services.AddSingleton<OperationStreams>();
        services.AddSingleton<BatchEndpoint>();
        services.AddSingleton<EventStreamEndpoint>();
        services.AddSingleton<SocketEndpoint>();
        services.AddSingleton<RequestBody>();
        services.AddSingleton(static _ => new YieldingScheduler("long requests"));
        services.AddSingleton<GraphEndpoint>();
        services.AddSingleton<SchemaEndpoint>();
        services.TryAddScoped<IOperationFrame, OperationFrame>();
        return services;
    }

    /// <summary>Maps <c>/graphql</c> and <c>/graphql/schema</c>. A schema that breaks its rules stops the start here.</summary>
    public static IEndpointRouteBuilder MapGraph(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<SharingSchema>().Initialize();
        var graph = routes.ServiceProvider.GetRequiredService<GraphEndpoint>();
        var schema = routes.ServiceProvider.GetRequiredService<SchemaEndpoint>();
        routes.MapPost("/graphql", graph.PostAsync);
        routes.MapGet("/graphql", WithWebSockets(routes, graph.GetAsync));
        routes.MapMethods("/graphql/schema", [HttpMethods.Get, HttpMethods.Head], schema.GetAsync);
        return routes;
    }

    private static RequestDelegate WithWebSockets(IEndpointRouteBuilder routes, RequestDelegate endpoint)
    {
        var branch = routes.CreateApplicationBuilder();

        // The protocol has pings of its own.
        branch.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        branch.Run(endpoint);
        return branch.Build();
    }
}
