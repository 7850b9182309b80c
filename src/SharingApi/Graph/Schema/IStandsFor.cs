using GraphQL.Types;

namespace SharingApi.Graph.Schema;

/// <summary>Marks the graph type that stands for a domain type, so that features meet through the domain alone.</summary>
/// <typeparam name="TDomain">What it stands for, such as <c>Person</c>.</typeparam>
internal interface IStandsFor<TDomain> : IObjectGraphType;

/// <summary>Finds the connection that lists what stands for a domain type, without naming the feature that owns it.</summary>
internal static class ConnectionOf<TDomain>
{
    /// <summary>The one type of this assembly that lists it by pages.</summary>
    public static Type Type { get; } = typeof(IStandsFor<>).Assembly.GetTypes()
        .Single(static type => type.BaseType == typeof(ConnectionType<>).MakeGenericType(GraphTypeOf<TDomain>.Type));
}

/// <summary>Finds the graph type of a domain type without naming the feature that owns it.</summary>
internal static class GraphTypeOf<TDomain>
{
    /// <summary>The one type of this assembly that stands for it.</summary>
    public static Type Type { get; } = typeof(IStandsFor<>).Assembly.GetTypes()
        .Single(static type => !type.IsAbstract && typeof(IStandsFor<TDomain>).IsAssignableFrom(type));
}
