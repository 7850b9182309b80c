using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace SharingApi.Graph.Documents;

/// <summary>The engine's rule for the default values of variables, kept from variables of an output type, where it breaks.</summary>
/// <remarks>Such a variable breaks a rule of its own, 5.8.2, and is refused by that.</remarks>
internal sealed class DefaultsFit : ValidationRuleBase
{
    public override async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        await DefaultValuesOfCorrectType.Instance.GetPreNodeVisitorAsync(context) is { } inner ? new Visitor(inner) : null;

    private sealed class Visitor(INodeVisitor inner) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            IsOfOutputType(node, context) ? default : inner.EnterAsync(node, context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) =>
            IsOfOutputType(node, context) ? default : inner.LeaveAsync(node, context);

        private static bool IsOfOutputType(ASTNode node, ValidationContext context) =>
            node is GraphQLVariableDefinition definition &&
            definition.Type.GraphTypeFromType(context.Schema)?.GetNamedType().IsInputType() == false;
    }
}
