using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace SharingApi.Graph.Documents;

/// <summary>The specification's validation rules that speak of the document alone, without variables' values.</summary>
internal static class DocumentRules
{
    /// <summary>Errors that are told of one document; the rest would repeat or follow from them.</summary>
    private const int MostErrors = 10;

    private static readonly IReadOnlyList<IValidationRule> Rules =
    [
        .. DocumentValidator.CoreRules.Select(static rule => rule switch
        {
            ArgumentsOfCorrectType => new ArgumentsFit(),
            DefaultValuesOfCorrectType => new DefaultsFit(),
            _ => rule,
        }),
    ];

    public static async ValueTask<IReadOnlyList<ExecutionError>> BrokenByAsync(
        GraphQLDocument document, ISchema schema, CancellationToken cancellationToken)
    {
        schema.Initialize();
        var context = new ValidationContext
        {
            Schema = schema,
            Document = document,
            TypeInfo = new TypeInfo(schema),
            UserContext = new Dictionary<string, object?>(StringComparer.Ordinal),
            Variables = Inputs.Empty,
            Extensions = Inputs.Empty,
            Metrics = Metrics.None,
            CancellationToken = cancellationToken,
        };
        var visitors = new List<INodeVisitor> { context.TypeInfo };
        foreach (var rule in Rules)
        {
            if (await rule.GetPreNodeVisitorAsync(context) is { } visitor)
            {
                visitors.Add(visitor);
            }
        }

        await new BasicVisitor(visitors).VisitAsync(document, new BasicVisitor.State(context));
        return [.. context.Errors.Take(MostErrors)];
    }
}
