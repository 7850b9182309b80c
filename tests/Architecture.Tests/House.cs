using System.Reflection;
using Domain.Shared;
using GraphQL.Types;
using Persistence;

namespace Architecture.Tests;

/// <summary>The assemblies that the rules are held against.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(ApiName).Assembly;

    public static readonly Assembly Persistence = typeof(SharingDbContext).Assembly;

    public static readonly Assembly Host = Assembly.Load("SharingApi");

    public static readonly Assembly Issuer = Assembly.Load("DevelopmentIssuer");

    public static readonly IReadOnlyList<Type> Types =
        [.. new[] { Domain, Persistence, Host, Issuer }.SelectMany(assembly => assembly.GetTypes())];

    public static bool IsGraphType(Type type) => typeof(IGraphType).IsAssignableFrom(type);
}
