using GraphQL.Validation;
using GraphQLParser.AST;

namespace SharingApi.Graph.Documents;

/// <summary>Rule 5.6.1 with an error that names the argument and the type it needs, and does not repeat the value.</summary>
internal sealed class ArgumentsFit : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLArgument>(static (argument, context) =>
    {
        var type = context.TypeInfo.GetArgument()?.ResolvedType;
        if (type is not null && context.IsValidLiteralValue(type, argument.Value) is not null)
        {
            context.ReportError(new ArgumentError(context, argument, type.ToString()!));
        }
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);
}

/// <summary>A literal that its argument's type does not take.</summary>
internal sealed class ArgumentError(ValidationContext context, GraphQLArgument argument, string expected)
    : ValidationError(context.Document.Source, "5.6.1", "An argument does not fit its type.", argument)
{
    public string Argument { get; } = argument.Name.StringValue;

    /// <summary>The type as the schema writes it, such as <c>[ID!]!</c>.</summary>
    public string Expected => expected;
}
