using GraphQL.Types;
using Persistence.Reading;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>One word of a filter, such as <c>eq</c> or <c>nstartsWith</c>.</summary>
/// <remarks>
/// Words that begin with n are the exact complements of the others: <c>neq 'x'</c> also holds where there is no value, as with Hot
/// Chocolate over EF Core. SQL alone would drop such rows.
/// </remarks>
/// <param name="Name">The word.</param>
/// <param name="Kind">What it compares.</param>
/// <param name="IsNegated">Whether it is the complement.</param>
/// <param name="Description">English, then Chinese.</param>
internal sealed record Operation(string Name, OperationKind Kind, bool IsNegated, string Description)
{
    private static readonly Operation[] Table =
    [
        new("eq", OperationKind.Equal, false, "Equal to; null: has no value. 等于；null 表示无值。"),
        new("neq", OperationKind.Equal, true, "Not equal to; holds where there is no value. 不等于；无值时成立。"),
        new("in", OperationKind.In, false, "One of these. 属于其中之一。"),
        new("nin", OperationKind.In, true, "None of these; holds where there is no value. 不属于其中任何一个；无值时成立。"),
        new("gt", OperationKind.Greater, false, "Greater than. 大于。"),
        new("ngt", OperationKind.Greater, true, "Not greater than; holds where there is no value. 不大于；无值时成立。"),
        new("gte", OperationKind.AtLeast, false, "Greater than or equal to. 大于或等于。"),
        new("ngte", OperationKind.AtLeast, true, "Not greater than nor equal to; holds where there is no value. 小于；无值时成立。"),
        new("lt", OperationKind.Less, false, "Less than. 小于。"),
        new("nlt", OperationKind.Less, true, "Not less than; holds where there is no value. 不小于；无值时成立。"),
        new("lte", OperationKind.AtMost, false, "Less than or equal to. 小于或等于。"),
        new("nlte", OperationKind.AtMost, true, "Not less than nor equal to; holds where there is no value. 大于；无值时成立。"),
        new("contains", OperationKind.Contains, false, "Contains this text. 包含该文本。"),
        new("ncontains", OperationKind.Contains, true, "Does not contain this text. 不包含该文本。"),
        new("startsWith", OperationKind.StartsWith, false, "Begins with this text. 以该文本开头。"),
        new("nstartsWith", OperationKind.StartsWith, true, "Does not begin with this text. 不以该文本开头。"),
        new("endsWith", OperationKind.EndsWith, false, "Ends with this text. 以该文本结尾。"),
        new("nendsWith", OperationKind.EndsWith, true, "Does not end with this text. 不以该文本结尾。"),
    ];

    private static readonly Dictionary<string, Operation> ByName = Table.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public bool TakesList => Kind == OperationKind.In;

    public static Operation Find(string name) => ByName[name];

    public static IEnumerable<Operation> Of(IGraphType scalar) => Table.Where(operation => operation.Kind switch
    {
        OperationKind.Equal => true,
        OperationKind.In => scalar is not BooleanGraphType,
        OperationKind.Contains or OperationKind.StartsWith or OperationKind.EndsWith => scalar is StringGraphType,
        _ => scalar is not (StringGraphType or BooleanGraphType or IdGraphType or EnumerationGraphType),
    });

    /// <summary>The condition that the word makes of a value that is not null.</summary>
    public ReadPredicate On(string path, object value) => Kind switch
    {
        OperationKind.Equal => new ReadPredicate.Compare(path, Comparison.Equal, value),
        OperationKind.Greater => new ReadPredicate.Compare(path, Comparison.Greater, value),
        OperationKind.AtLeast => new ReadPredicate.Compare(path, Comparison.AtLeast, value),
        OperationKind.Less => new ReadPredicate.Compare(path, Comparison.Less, value),
        OperationKind.AtMost => new ReadPredicate.Compare(path, Comparison.AtMost, value),
        OperationKind.Contains => new ReadPredicate.Like(path, TextMatch.Contains, (string)value),
        OperationKind.StartsWith => new ReadPredicate.Like(path, TextMatch.StartsWith, (string)value),
        OperationKind.EndsWith => new ReadPredicate.Like(path, TextMatch.EndsWith, (string)value),
        _ => throw new InvalidOperationException($"{Name} takes a list."),
    };
}

internal enum OperationKind
{
    Equal,
    In,
    Greater,
    AtLeast,
    Less,
    AtMost,
    Contains,
    StartsWith,
    EndsWith,
}
