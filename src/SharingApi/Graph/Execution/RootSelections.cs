using GraphQLParser.AST;

namespace SharingApi.Graph.Execution;

/// <summary>What an operation asks of the root, seen from outside.</summary>
internal static class RootSelections
{
    /// <summary>True where nothing but <c>__typename</c>, <c>__schema</c> and <c>__type</c> is asked, in any fragment.</summary>
    /// <remarks>For valid documents, where no fragment leads back to itself.</remarks>
    public static bool AskOnlyAboutTheSchema(this GraphQLSelectionSet set, GraphQLDocument document)
    {
        foreach (var selection in set.Selections)
        {
            var isAboutTheSchema = selection switch
            {
                GraphQLField field => field.Name.Value.Span.StartsWith("__"),
                GraphQLInlineFragment inline => inline.SelectionSet.AskOnlyAboutTheSchema(document),
                GraphQLFragmentSpread spread => document.Definitions
                    .OfType<GraphQLFragmentDefinition>()
                    .Where(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value)
                    .All(fragment => fragment.SelectionSet.AskOnlyAboutTheSchema(document)),
                _ => false,
            };
            if (!isAboutTheSchema)
            {
                return false;
            }
        }

        return true;
    }
}
