using Domain.Shared;
using GraphQL.Types;

namespace SharingApi.Graph.Schema;

/// <summary>A code table of the domain as a GraphQL enum: the values carry their one API name.</summary>
/// <remarks>A code without a description keeps the program from starting (<see cref="SchemaRules"/>).</remarks>
internal abstract class CodeType<TCode> : EnumerationGraphType
    where TCode : struct, Enum
{
    /// <param name="name">Name of the enum in the schema.</param>
    /// <param name="description">English, then Chinese.</param>
    /// <param name="meanings">What each code means: English, then Chinese.</param>
    protected CodeType(string name, string description, params IReadOnlyList<(TCode Code, string Meaning)> meanings)
    {
        Name = name;
        Description = description;
        foreach (var code in Enum.GetValues<TCode>())
        {
            Add(ApiName.Of(code), code, meanings.FirstOrDefault(meaning => meaning.Code.Equals(code)).Meaning);
        }
    }
}
