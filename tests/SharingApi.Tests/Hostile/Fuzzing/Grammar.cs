using GraphQLParser;
using GraphQLParser.AST;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>The schema of the server as it prints it: what a document may be made of.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, GraphQLTypeDefinition> _types;

    private Grammar(IEnumerable<GraphQLTypeDefinition> types) =>
        _types = types.ToDictionary(type => type.Name.StringValue, StringComparer.Ordinal);

    public static Grammar Read(string sdl) => new(Parser.Parse(sdl).Definitions.OfType<GraphQLTypeDefinition>());

    public bool IsComposite(string type) => _types.GetValueOrDefault(type)
        is GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition or GraphQLUnionTypeDefinition;

    public IReadOnlyList<GraphQLFieldDefinition> FieldsOf(string type) => _types.GetValueOrDefault(type) switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } => fields.Items,
        GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields.Items,
        _ => [],
    };

    /// <summary>Types that a fragment may name below this one; the type itself for an object.</summary>
    public IReadOnlyList<string> PossibleTypesOf(string type) => _types.GetValueOrDefault(type) switch
    {
        GraphQLUnionTypeDefinition { Types: { } members } => [.. members.Items.Select(static member => member.Name.StringValue)],
        GraphQLInterfaceTypeDefinition => [.. _types.Values
            .OfType<GraphQLObjectTypeDefinition>()
            .Where(known => known.Interfaces?.Items.Any(shared => shared.Name.StringValue == type) == true)
            .Select(static known => known.Name.StringValue)],
        _ => [type],
    };

    public IReadOnlyList<GraphQLInputValueDefinition> InputFieldsOf(string type) =>
        (_types.GetValueOrDefault(type) as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [];

    public IReadOnlyList<string> EnumValuesOf(string type) =>
        [.. (_types.GetValueOrDefault(type) as GraphQLEnumTypeDefinition)?.Values?.Items
            .Select(static value => value.Name.StringValue) ?? []];

    /// <summary>The type below lists and exclamation marks.</summary>
    public static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException("There is no other type reference."),
    };

    /// <summary>The type as a document writes it.</summary>
    public static string Written(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Written(required.Type)}!",
        GraphQLListType list => $"[{Written(list.Type)}]",
        _ => NameOf(type),
    };
}
