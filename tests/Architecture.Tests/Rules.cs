using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>The rules of the house as functions: each takes what it judges and returns the names of those who break it.</summary>
/// <remarks>So that the same function can be pointed at a deliberate violator: a rule that nobody saw fail proves nothing.</remarks>
internal static class Rules
{
    private static readonly string[] Framework = ["System", "Microsoft.CSharp", "mscorlib", "netstandard"];

    private static readonly string[] Web = ["GraphQL", "Microsoft.AspNetCore", "Microsoft.Identity", "SharingApi"];

    private static readonly string[] DatabaseProviders =
    [
        "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw",
        "Npgsql", "Microsoft.Data.SqlClient", "Microsoft.EntityFrameworkCore.SqlServer",
    ];

    /// <summary>Referenced assemblies that are no part of the framework.</summary>
    public static IEnumerable<string> ReferencesBeyondTheFramework(Assembly assembly) =>
        ReferencesOf(assembly).Where(name => !IsOneOf(Framework, name));

    /// <summary>Referenced assemblies that speak HTTP or GraphQL.</summary>
    public static IEnumerable<string> ReferencesToTheWeb(Assembly assembly) =>
        ReferencesOf(assembly).Where(name => IsOneOf(Web, name));

    /// <summary>Types that name a database provider outside the folders where that is allowed.</summary>
    public static IEnumerable<string> TypesThatNameAProvider(IEnumerable<Type> types, params string[] exceptIn) =>
        from footprint in Footprint.Of(types.Where(type => !exceptIn.Any(folder => IsIn(folder, type))))
        where footprint.Names.Any(named => IsOneOf(DatabaseProviders, named.Assembly))
        select footprint.Type.FullName;

    /// <summary>Types of a feature that name a graph type of another one.</summary>
    /// <param name="types">The types of the host.</param>
    /// <param name="isGraphType">Tells a graph type from any other.</param>
    /// <param name="root">The namespace whose children are the features.</param>
    /// <param name="shared">The child that belongs to everybody: it may be named, and may not name others either.</param>
    public static IEnumerable<string> TypesThatNameForeignGraphTypes(
        IReadOnlyCollection<Type> types, Func<Type, bool> isGraphType, string root, string shared)
    {
        var featureOfGraphType = types.Where(isGraphType)
            .Where(type => FeatureOf(type, root) is not null)
            .ToDictionary(type => type.FullName!, type => FeatureOf(type, root), StringComparer.Ordinal);

        return
            from footprint in Footprint.Of(types.Where(type => FeatureOf(type, root) is not null))
            from named in footprint.Names
            let owner = featureOfGraphType.GetValueOrDefault(named.FullName)
            where owner is not null && owner != FeatureOf(footprint.Type, root) && owner != shared
            select $"{footprint.Type.FullName} names {named.FullName}";
    }

    /// <summary>Types that other assemblies could use although the host is nobody's library.</summary>
    public static IEnumerable<string> PublicTypes(IEnumerable<Type> types, params string[] except) =>
        types.Where(type => type.IsVisible && !IsGenerated(type))
            .Select(type => type.FullName!)
            .Except(except, StringComparer.Ordinal);

    /// <summary>Classes that are open for inheritance although nobody inherits.</summary>
    public static IEnumerable<string> OpenClassesWithoutHeirs(IReadOnlyCollection<Type> types, params string[] exceptIn)
    {
        var inherited = types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type)
            .ToHashSet();

        return
            from type in types
            where type is { IsClass: true, IsSealed: false, IsAbstract: false }
            where !inherited.Contains(type) && !IsGenerated(type) && !exceptIn.Any(folder => IsIn(folder, type))
            select type.FullName;
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static bool IsOneOf(string[] families, string assembly) =>
        families.Any(family => assembly == family || assembly.StartsWith(family + ".", StringComparison.Ordinal));

    /// <summary>True for the type of that name, and for whatever lies in the namespace of that name.</summary>
    private static bool IsIn(string folder, Type type) =>
        type.FullName == folder || type.Namespace == folder || type.Namespace?.StartsWith(folder + ".", StringComparison.Ordinal) == true;

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ||
        type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false) ||
        (type.DeclaringType is { } outer && IsGenerated(outer));

    private static string? FeatureOf(Type type, string root) =>
        IsIn(root, type) && type.Namespace!.Length > root.Length
            ? type.Namespace[(root.Length + 1)..].Split('.')[0]
            : null;
}
