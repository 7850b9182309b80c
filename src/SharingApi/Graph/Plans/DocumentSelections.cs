using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace SharingApi.Graph.Plans;

/// <summary>Remembers the selections of operations for as long as the document cache keeps their documents.</summary>
/// <remarks>They depend on the operation and on the variables of <c>@skip</c> and <c>@include</c>, and on nothing else.</remarks>
internal static class DocumentSelections
{
    /// <summary>An operation with twenty Boolean variables has a million forms: those beyond the bound are made each time.</summary>
    private const int MostForms = 32;

    private static readonly ConditionalWeakTable<GraphQLOperationDefinition, Forms> Known = [];

    /// <summary>The root fields of the operation, and a key that names this form of it.</summary>
    public static DocumentForm Of(ExecutionContext context, IObjectGraphType root)
    {
        var forms = Known.GetValue(context.Operation, static _ => new Forms());
        return context.DirectiveValues is { Count: > 0 }
            ? forms.ByFlags.TryGetValue(FlagsOf(context), out var known) ? known : Make(forms, context, root)
            : forms.Plain ??= MakeForm(context, root, "");
    }

    private static DocumentForm Make(Forms forms, ExecutionContext context, IObjectGraphType root)
    {
        var flags = FlagsOf(context);
        var form = MakeForm(context, root, flags);
        if (forms.ByFlags.Count < MostForms)
        {
            forms.ByFlags.TryAdd(flags, form);
        }

        return form;
    }

    private static DocumentForm MakeForm(ExecutionContext context, IObjectGraphType root, string flags) => new(
        $"{((OperationContext)context.UserContext).DocumentHash}/{context.Operation.Name?.StringValue}/{flags}",
        new SelectionTree(context).Of(root, [context.Operation.SelectionSet]));

    private static string FlagsOf(ExecutionContext context)
    {
        var flags = new StringBuilder();
        foreach (var variable in context.Variables)
        {
            flags.Append(variable.Value switch { true => "1", false => "0", _ => "" });
        }

        return flags.ToString();
    }

    private sealed class Forms
    {
        public DocumentForm? Plain { get; set; }

        public ConcurrentDictionary<string, DocumentForm> ByFlags { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>An operation with all that is skipped left out.</summary>
/// <param name="Key">Names it among all forms of all documents.</param>
/// <param name="Fields">Its root fields.</param>
internal sealed record DocumentForm(string Key, IReadOnlyList<Selection> Fields);
