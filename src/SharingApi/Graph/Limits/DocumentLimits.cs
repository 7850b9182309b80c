using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;

namespace SharingApi.Graph.Limits;

/// <summary>What is asked of a document before it is validated: validation's cost grows with the square of repetitions.</summary>
internal sealed class DocumentLimits(IOptions<LimitOptions> options)
{
    private readonly LimitOptions _limits = options.Value;

    /// <summary>What the text alone says, before it is parsed; null where it may pass.</summary>
    public RefusalError? RefusalOf(TokenScan scan) => RefusalOf(scan, _limits);

    /// <inheritdoc cref="RefusalOf(TokenScan)"/>
    public static RefusalError? RefusalOf(TokenScan scan, LimitOptions limits) => TooMuchIn(scan, limits) switch
    {
        { } tooMuch => tooMuch,
        null when scan.HasForbiddenEscape => DocumentRefusals.ForbiddenEscape,
        null when scan.HasOpenString => DocumentRefusals.OpenString,
        null => null,
    };

    /// <summary>What is said of a document whose tokens are too many together with those of the operations before it.</summary>
    public RefusalError? RefusalOf(int tokens, RequestBudget budget) =>
        budget.AdmitsTokens(tokens, _limits.Tokens, out var sum) ? null : LimitRefusals.Tokens(_limits.Tokens, sum);

    /// <summary>What is said of an operation whose fields are too many together with those of the operations before it.</summary>
    public RefusalError? RefusalOf(KnownDocument document, RequestBudget budget) =>
        budget.AdmitsFields(document.Fields, _limits.ExpandedFields, out var sum)
            ? null
            : LimitRefusals.ExpandedFields(_limits.ExpandedFields, sum);

    /// <summary>What is said of an operation that was interrupted when its time was over.</summary>
    public RefusalError Execution(RequestBudget budget) =>
        LimitRefusals.Execution(_limits.ExecutionSeconds, budget.Cost, _limits.Cost);

    /// <summary>What the parsed document says; null where it may pass.</summary>
    /// <param name="document">The document.</param>
    /// <param name="fields">Fields of its largest operation after fragments are expanded.</param>
    public RefusalError? RefusalOf(GraphQLDocument document, out int fields)
    {
        fields = 0;
        var expansion = new FragmentExpansion(document);
        if (expansion.IsCyclic)
        {
            return DocumentRefusals.FragmentCycle;
        }

        if (expansion.WidestSet > _limits.FieldsInSet)
        {
            return LimitRefusals.FieldsInSet(_limits.FieldsInSet, expansion.WidestSet);
        }

        foreach (var definition in document.Definitions)
        {
            if (definition is not GraphQLOperationDefinition operation)
            {
                continue;
            }

            var size = expansion.SizeOf(operation.SelectionSet);
            fields = Math.Max(fields, size.Fields);
            if (RefusalOf(operation, size, expansion) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private RefusalError? RefusalOf(GraphQLOperationDefinition operation, SelectionSize size, FragmentExpansion expansion)
    {
        if (size.Fields > _limits.ExpandedFields)
        {
            return LimitRefusals.ExpandedFields(_limits.ExpandedFields, size.Fields);
        }

        if (size.Depth > _limits.SelectionDepth)
        {
            return LimitRefusals.SelectionDepth(_limits.SelectionDepth, size.Depth);
        }

        if (size.IntrospectionDepth > _limits.IntrospectionDepth)
        {
            return LimitRefusals.SelectionDepth(_limits.IntrospectionDepth, size.IntrospectionDepth);
        }

        // The tree has at most as many fields as the limit above lets through: only now may it be walked.
        var repetitions = expansion.MostRepetitionsIn(operation.SelectionSet);
        return repetitions > _limits.Aliases ? LimitRefusals.Aliases(_limits.Aliases, repetitions) : null;
    }

    private static RefusalError? TooMuchIn(TokenScan scan, LimitOptions limits)
    {
        if (scan.Tokens > limits.Tokens)
        {
            return LimitRefusals.Tokens(limits.Tokens, scan.Tokens);
        }

        if (scan.ValueDepth > limits.ValueDepth)
        {
            return LimitRefusals.ValueDepth(limits.ValueDepth, scan.ValueDepth);
        }

        // Which selections are introspection is not known yet: the more generous limit keeps the parser safe.
        var deepest = Math.Max(limits.SelectionDepth, limits.IntrospectionDepth);
        if (scan.SelectionDepth > deepest)
        {
            return LimitRefusals.SelectionDepth(deepest, scan.SelectionDepth);
        }

        if (scan.Directives > limits.Directives)
        {
            return LimitRefusals.Directives(limits.Directives, scan.Directives);
        }

        return scan.LongestLine > limits.LineCharacters
            ? LimitRefusals.LineLength(limits.LineCharacters, scan.LongestLine)
            : null;
    }
}
