using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>Remembers the selections of documents for as long as the document cache keeps the documents themselves.</summary>
/// <remarks>They depend on the operation and on the variables of <c>@skip</c> and <c>@include</c>, and on nothing else.</remarks>
internal static class DocumentSelections
{
    /// <summary>One document with twenty Boolean variables has a million forms: those beyond the bound are made each time.</summary>
    private const int MostForms = 32;

    private static readonly ConditionalWeakTable<GraphQLDocument, Forms> Known = [];

    /// <summary>The root fields of the operation, and a key that names this form of it.</summary>
    public static (string Key, IReadOnlyList<Selection> Fields) Of(ExecutionContext context, IObjectGraphType root)
    {
        var forms = Known.GetValue(context.Document, static document => new Forms(document));
        var form = FormOf(context);
        if (!forms.ByKey.TryGetValue(form, out var fields))
        {
            fields = new SelectionTree(context).Of(root, [context.Operation.SelectionSet]);
            if (forms.ByKey.Count < MostForms)
            {
                forms.ByKey.TryAdd(form, fields);
            }
        }

        return (forms.Hash + form, fields);
    }

    private static string FormOf(ExecutionContext context)
    {
        var form = new StringBuilder("/").Append(context.Operation.Name?.StringValue);
        if (context.DirectiveValues is { Count: > 0 })
        {
            foreach (var variable in context.Variables)
            {
                form.Append(variable.Value switch { true => "1", false => "0", _ => "" });
            }
        }

        return form.ToString();
    }

    private sealed class Forms(GraphQLDocument document)
    {
        public string Hash { get; } =
            Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(document.Source.ToString()!)));

        public ConcurrentDictionary<string, IReadOnlyList<Selection>> ByKey { get; } = new(StringComparer.Ordinal);
    }
}
