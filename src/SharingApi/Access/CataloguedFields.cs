using Domain.Access;
using GraphQL.Types;
using Persistence.Access;
using SharingApi.Graph;

namespace SharingApi.Access;

/// <summary>Holds the schema to the catalogue: a field is open to nobody before the catalogue names it under the item that guards it.</summary>
/// <remarks>A new or renamed field would otherwise be given to everybody who has the item, without anybody having decided so.</remarks>
internal static class CataloguedFields
{
    /// <summary>The guarded fields that the catalogue does not name; any at all stops the start.</summary>
    public static IReadOnlyList<string> Missing(ISchema schema, Catalogue catalogue) =>
    [
        .. from type in schema.AllTypes.OfType<IObjectGraphType>()
           from field in type.Fields
           where field.Guard() is { } item && !Names(catalogue.Entries[item.Ordinal].Fields, type.Name, field.Name)
           select $"{type.Name}.{field.Name}",
    ];

    /// <summary>Stops the start at a field that the catalogue does not name.</summary>
    /// <exception cref="InvalidOperationException">One sentence for each such field.</exception>
    public static void Require(ISchema schema)
    {
        if (Missing(schema, FoundingMatrix.Matrix.Catalogue) is { Count: > 0 } missing)
        {
            throw new InvalidOperationException(string.Join(
                Environment.NewLine, missing.Select(field => $"The field {field} does not stand in the catalogue under its item.")));
        }
    }

    // The catalogue says `Certificate.level`, `Person.hukou.address`, or `Person.residence` for all that is in it.
    private static bool Names(IReadOnlyList<string> fields, string type, string field)
    {
        var inPerson = $"Person.{char.ToLowerInvariant(type[0])}{type[1..]}";
        return fields.Any(named => named == $"{type}.{field}" || named == $"{inPerson}.{field}" || named == inPerson);
    }
}
