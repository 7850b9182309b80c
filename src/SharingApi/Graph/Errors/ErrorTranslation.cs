using System.Text.RegularExpressions;
using Domain.Shared;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;
using SharingApi.Graph.Documents;

namespace SharingApi.Graph.Errors;

/// <summary>
/// Turns every error of the engine into a stable code and a sentence of ours. The engine's own sentences repeat values that
/// do not fit, name .NET types and quote the document: none of that may leave.
/// </summary>
internal static partial class ErrorTranslation
{
    private const string InternalSentence =
        "Something failed here, not in the request. The id finds it in the log of the server.";

    /// <param name="error">What the engine or a feature reported.</param>
    /// <param name="requestId">Correlates an unexpected error with the log.</param>
    public static ErrorLine Line(this ExecutionError error, string requestId) => error switch
    {
        RefusalError refusal => Of(error, refusal.Code!, refusal.Message, [.. refusal.Details]),
        SyntaxError => Of(error, "DOCUMENT_SYNTAX", "The document is not well-formed GraphQL at this place."),
        ArgumentError argument => Input(error, $"The argument {argument.Argument}", argument.Expected),
        InvalidVariableError => Variable(error),
        DefaultValuesOfCorrectTypeError => DefaultValue(error),
        InvalidLiteralError or InvalidValueError => Literal(error),
        ValidationError rule => Of(error, "DOCUMENT_INVALID", rule.Message, [new("rule", rule.Number)]),
        NoOperationError or InvalidOperationError => Of(error, "OPERATION_UNKNOWN", "The document has no such operation."),
        _ => Of(error, "INTERNAL_ERROR", InternalSentence, [new("id", requestId)]),
    };

    /// <summary>The same error, which is told in the same words, without the nodes of the document that it was found in.</summary>
    public static ExecutionError WithoutDocument(this ExecutionError error)
    {
        if (error is RefusalError)
        {
            return error;
        }

        var line = error.Line(requestId: "");
        var told = new RefusalError(
            new Refusal(line.Code, line.Message), line.Extensions.ToDictionary(StringComparer.Ordinal));
        foreach (var location in line.Locations ?? [])
        {
            told.AddLocation(location);
        }

        return told;
    }

    private static ErrorLine Variable(ExecutionError error)
    {
        var definition = ((ValidationError)error).Nodes.OfType<GraphQLVariableDefinition>().FirstOrDefault();
        var path = VariablePath().Match(error.Message).Groups["path"].Value;
        return Input(error, $"The variable {path}", definition is null ? null : Written(definition.Type));
    }

    private static ErrorLine DefaultValue(ExecutionError error)
    {
        var named = DefaultOf().Match(error.Message);
        return Input(error, $"The default value of ${named.Groups["name"].Value}", named.Groups["type"].Value);
    }

    private static ErrorLine Literal(ExecutionError error) =>
        Input(error, $"The argument {ArgumentName().Match(error.Message).Groups["name"].Value}", expected: null);

    private static ErrorLine Input(ExecutionError error, string subject, string? expected)
    {
        var refused = error.InnerException as InputRefusedException;
        var type = refused?.Expected ?? expected;
        var sentence = type is null ? $"{subject} does not fit its type." : $"{subject} does not fit its type {type}.";
        var extensions = new List<KeyValuePair<string, object?>>(2);
        if (type is not null)
        {
            extensions.Add(new("expected", type));
        }

        if (refused?.Finding is { } finding)
        {
            extensions.Add(new("finding", finding));
        }

        return Of(error, "INPUT_INVALID", refused is null ? sentence : $"{sentence} {refused.Message}", extensions);
    }

    private static ErrorLine Of(
        ExecutionError error, string code, string message, IReadOnlyList<KeyValuePair<string, object?>>? extensions = null) =>
        new(code, message, extensions ?? [], error.Locations, error.Path);

    private static string Written(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Written(required.Type)}!",
        GraphQLListType list => $"[{Written(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => "",
    };

    // The engine tells names in its sentences only. Each pattern takes names and indices and nothing else.

    [GeneratedRegex(@"^Variable '(?<path>\$[\w.\[\]]+)'", RegexOptions.CultureInvariant, 100)]
    private static partial Regex VariablePath();

    [GeneratedRegex(@"^Variable '(?<name>\w+)' of type '(?<type>[\w\[\]!]+)'", RegexOptions.CultureInvariant, 100)]
    private static partial Regex DefaultOf();

    [GeneratedRegex(@"argument '(?<name>\w+)'", RegexOptions.CultureInvariant, 100)]
    private static partial Regex ArgumentName();
}
