using System.Runtime.CompilerServices;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace SharingApi.Graph.Execution;

/// <summary>Coerces the variables and arguments of a request whose document was judged before.</summary>
/// <remarks>
/// The engine walks the whole document at every request to find where values stand, which took a quarter of a small request. Here
/// that is found once for each operation. Whatever is not a plain value, and whatever is wrong, goes to the engine, so that there
/// is one set of errors.
/// </remarks>
internal sealed class RequestValues : IDocumentValidator
{
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, ValueSites> _known = [];
    private readonly DocumentValidator _engine = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        if (!_known.TryGetValue(options.Operation, out var sites))
        {
            sites = _known.GetOrAdd(options.Operation, ValueSites.Of(options.Schema, options.Document, options.Operation));
        }

        return sites.TryCoerce(options, out var result) ? result : _engine.ValidateAsync(options);
    }
}
