using GraphQL.Execution;
using GraphQLParser.AST;
using SharingApi.Access;
using SharingApi.Graph.Limits;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Transport;

namespace SharingApi.Graph.Documents;

/// <summary>Turns a text into a judged document: limits on the text, parse, limits on the tree, rules; then remembers it.</summary>
/// <remarks>Only what depends on the text alone is judged here. Values of variables are judged at every request.</remarks>
internal sealed class DocumentReader(
    SharingSchema schema, DocumentLimits limits, DocumentCache cache, OperationTexts texts)
{
    private readonly GraphQLDocumentBuilder _parser = new();

    public async ValueTask<KnownDocument> ReadAsync(GraphRequest request, Caller? caller, CancellationToken cancellationToken)
    {
        if (texts.Find(request, caller, out var refusal) is not var (key, text))
        {
            return KnownDocument.Refused("", 0, refusal!);
        }

        if (!cache.TryFind(key, out var document))
        {
            document = await JudgeAsync(key, text, cancellationToken);
        }

        if (document.Syntax is not null)
        {
            texts.Keep(request, caller);
        }

        return document;
    }

    private async Task<KnownDocument> JudgeAsync(DocumentKey key, string text, CancellationToken cancellationToken)
    {
        var document = await JudgeAsync(key.ToString(), text, cancellationToken);
        cache.Keep(key, document);
        return document;
    }

    private async ValueTask<KnownDocument> JudgeAsync(string hash, string text, CancellationToken cancellationToken)
    {
        var scan = TokenScan.Of(text);
        if (limits.RefusalOf(scan) is { } tooMuch)
        {
            return KnownDocument.Refused(hash, text.Length, tooMuch);
        }

        if (scan.HasForbiddenEscape)
        {
            return KnownDocument.Refused(hash, text.Length, DocumentRefusals.ForbiddenEscape);
        }

        if (scan.HasOpenString)
        {
            return KnownDocument.Refused(hash, text.Length, DocumentRefusals.OpenString);
        }

        GraphQLDocument syntax;
        try
        {
            syntax = _parser.Build(text);
        }
        catch (SyntaxError error)
        {
            return KnownDocument.Refused(hash, text.Length, error);
        }

        var refusal = syntax.Definitions.TrueForAll(IsExecutable)
            ? limits.RefusalOf(syntax)
            : DocumentRefusals.NotExecutable;
        if (refusal is not null)
        {
            return KnownDocument.Refused(hash, text.Length, refusal);
        }

        var errors = await DocumentRules.BrokenByAsync(syntax, schema, cancellationToken);
        return errors.Count == 0
            ? KnownDocument.Valid(hash, text.Length, syntax)
            : KnownDocument.Refused(hash, text.Length, errors);
    }

    private static bool IsExecutable(ASTNode definition) =>
        definition is GraphQLOperationDefinition or GraphQLFragmentDefinition;
}
