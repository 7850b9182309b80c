using GraphQL;
using GraphQLParser.AST;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Documents;

/// <summary>A document whose text was judged: parsed and valid, or refused for reasons that will not change.</summary>
internal sealed class KnownDocument
{
    /// <summary>A node of the tree is so much larger than the text that it stands for.</summary>
    private const int CharactersOfToken = 32;

    private KnownDocument(string hash, int characters, GraphQLDocument? syntax, IReadOnlyList<ExecutionError> errors)
    {
        Hash = hash;
        Characters = characters;
        Syntax = syntax;

        // What is remembered must not keep the tree alive in which it was found.
        Errors = [.. errors.Select(static error => error.WithoutDocument())];
    }

    /// <summary>SHA-256 of the text, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Length of the text.</summary>
    public int Characters { get; }

    /// <summary>What the document weighs in the cache: its text, and each token of a tree as much as <see cref="CharactersOfToken"/>.</summary>
    public long Weight => Characters + (Syntax is null ? 0L : (long)CharactersOfToken * Tokens);

    /// <summary>Lexical tokens; 0 where the text was refused before it was parsed.</summary>
    public int Tokens { get; init; }

    /// <summary>Fields of the largest operation after fragments are expanded.</summary>
    public int Fields { get; init; }

    /// <summary>Null where the document is refused.</summary>
    public GraphQLDocument? Syntax { get; }

    public IReadOnlyList<ExecutionError> Errors { get; }

    public static KnownDocument Valid(string hash, int characters, GraphQLDocument syntax, int tokens, int fields) =>
        new(hash, characters, syntax, []) { Tokens = tokens, Fields = fields };

    public static KnownDocument Refused(string hash, int characters, params IReadOnlyList<ExecutionError> errors) =>
        new(hash, characters, null, errors);

    /// <summary>Refused when it was parsed already: its tokens were work.</summary>
    public static KnownDocument Refused(string hash, int characters, int tokens, params IReadOnlyList<ExecutionError> errors) =>
        new(hash, characters, null, errors) { Tokens = tokens };

    /// <summary>The operation to execute; or null and why there is none.</summary>
    public GraphQLOperationDefinition? Operation(string? name, out ExecutionError? refusal)
    {
        GraphQLOperationDefinition? found = null;
        refusal = null;
        foreach (var definition in Syntax?.Definitions ?? [])
        {
            if (definition is not GraphQLOperationDefinition operation)
            {
                continue;
            }

            if (!string.IsNullOrEmpty(name))
            {
                if (operation.Name is { } given && given.Value == name)
                {
                    return operation;
                }
            }
            else if (found is not null)
            {
                refusal = DocumentRefusals.OperationNameNeeded;
                return null;
            }
            else
            {
                found = operation;
            }
        }

        if (found is null)
        {
            refusal = string.IsNullOrEmpty(name) ? DocumentRefusals.NoOperation : DocumentRefusals.OperationNotThere;
        }

        return found;
    }
}
