using System.Linq.Expressions;

namespace SharingApi.Graph.Plans;

/// <summary>The path of a property that an expression names: <c>p =&gt; p.Community!.Name</c> is <c>Community.Name</c>.</summary>
internal static class PropertyPath
{
    public static string Of(LambdaExpression expression)
    {
        var names = new Stack<string>();
        var part = Bare(expression.Body);
        while (part is MemberExpression member)
        {
            names.Push(member.Member.Name);
            part = Bare(member.Expression!);
        }

        return part is ParameterExpression && names.Count > 0
            ? string.Join('.', names)
            : throw new ArgumentException("A field reads a property of its row.", nameof(expression));
    }

    private static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Bare(convert.Operand) : expression;
}
