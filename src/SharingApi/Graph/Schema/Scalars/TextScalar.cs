using Domain.Shared;
using GraphQL.Types;
using GraphQLParser.AST;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>A scalar that travels as JSON text. Wrong input is refused in a sentence that does not repeat it.</summary>
internal abstract class TextScalar<TValue> : ScalarGraphType
    where TValue : struct
{
    /// <summary>None of these values is half as long, spaces around it included: what is longer is not even looked at.</summary>
    private const int LongestText = 200;

    protected TextScalar(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>Reads what a client sent; the refusal's code is that of the finding.</summary>
    protected abstract Outcome<TValue> Read(string text);

    protected abstract string Write(TValue value);

    public sealed override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Value((string)text.Value),
        _ => throw NotText(),
    };

    public sealed override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Value(text),
        TValue read => read,
        _ => throw NotText(),
    };

    /// <summary>Always true: the refusal comes from reading, which knows the finding; a bare "no" here would lose it.</summary>
    public sealed override bool CanParseLiteral(GraphQLValue value) => true;

    public sealed override object? Serialize(object? value) => value switch
    {
        null => null,
        TValue typed => Write(typed),
        string text => text,
        _ => throw new InvalidOperationException($"A resolver gave another type to the scalar {Name}."),
    };

    private TValue Value(string text) => (text.Length <= LongestText ? Read(text) : throw TooLong()).Succeeded(out var value, out var refusal)
        ? value
        : throw new InputRefusedException(Name, refusal.Reason, refusal.Code);

    private InputRefusedException TooLong() => new(Name, $"{Name} has at most {LongestText} characters.");

    private InputRefusedException NotText() => new(Name, $"{Name} is written as text.");
}
