using GraphQL.Execution;
using GraphQLParser.AST;
using SharingApi.Access;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Execution;
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

    /// <summary>The document of the request; refused too where its tokens are too many together with those before it.</summary>
    public async ValueTask<KnownDocument> ReadAsync(
        GraphRequest request, Caller? caller, RequestBudget budget, CancellationToken cancellationToken)
    {
        if (texts.Find(request, caller, out var refusal) is not var (key, text))
        {
            return KnownDocument.Refused("", 0, refusal!);
        }

        if (cache.TryFind(key, out var document))
        {
            refusal = RefusalOf(request, document.Tokens, budget);
        }
        else if (Scanned(key.ToString(), text, out var tokens) is { } unread)
        {
            document = unread;
            cache.Keep(key, document);
        }
        else
        {
            refusal = RefusalOf(request, tokens, budget);
            if (refusal is null)
            {
                document = await JudgeAsync(key.ToString(), text, tokens, cancellationToken);
                cache.Keep(key, document);
            }
        }

        if (refusal is not null)
        {
            // Said of the request, not of the text: it is not remembered.
            return KnownDocument.Refused(key.ToString(), text.Length, refusal);
        }

        if (document!.Syntax is not null)
        {
            texts.Keep(request, caller);
        }

        return document;
    }

    // The text of a document that runs with several sets of variables came once.
    private RefusalError? RefusalOf(GraphRequest request, int tokens, RequestBudget budget) =>
        request.RepeatsDocument ? null : limits.RefusalOf(tokens, budget);

    /// <summary>What the text alone says: refused before it is parsed, or null.</summary>
    private KnownDocument? Scanned(string hash, string text, out int tokens)
    {
        var scan = TokenScan.Of(text);
        tokens = scan.Tokens;
        return limits.RefusalOf(scan) is { } refusal ? KnownDocument.Refused(hash, text.Length, refusal) : null;
    }

    private async ValueTask<KnownDocument> JudgeAsync(string hash, string text, int tokens, CancellationToken cancellationToken)
    {
        GraphQLDocument syntax;
        try
        {
            syntax = _parser.Build(text);
        }
        catch (SyntaxError error)
        {
            return KnownDocument.Refused(hash, text.Length, tokens, error);
        }

        var fields = 0;
        var refusal = syntax.Definitions.TrueForAll(IsExecutable)
            ? limits.RefusalOf(syntax, out fields)
            : DocumentRefusals.NotExecutable;
        if (refusal is not null)
        {
            return KnownDocument.Refused(hash, text.Length, tokens, refusal);
        }

        var errors = await DocumentRules.BrokenByAsync(syntax, schema, cancellationToken);
        return errors.Count == 0
            ? KnownDocument.Valid(hash, text.Length, syntax, tokens, fields)
            : KnownDocument.Refused(hash, text.Length, tokens, errors);
    }

    private static bool IsExecutable(ASTNode definition) =>
        definition is GraphQLOperationDefinition or GraphQLFragmentDefinition;
}
