using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph.Plans.Filters;

namespace SharingApi.Access.Grants;

internal sealed class GrantFilterInputType : InputObjectGraphType
{
    public GrantFilterInputType()
    {
        Name = "GrantFilterInput";
        Description = "Conditions on grants; all that are given must hold. 针对授权的筛选条件，须全部满足。";
        Field<OperationInput<StringGraphType>>("client").Description("Condition on `client`. 针对 `client` 的条件。");
        Field<OperationInput<PurposeType>>("purpose").Description("Condition on `purpose`. 针对 `purpose` 的条件。");
        Field<OperationInput<GrantStateType>>("state").Description("Condition on `state`. 针对 `state` 的条件。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}

internal sealed class AccessRequestFilterInputType : InputObjectGraphType
{
    public AccessRequestFilterInputType()
    {
        Name = "AccessRequestFilterInput";
        Description = "Conditions on access requests; all that are given must hold. 针对共享申请的筛选条件，须全部满足。";
        Field<OperationInput<StringGraphType>>("client").Description("Condition on `client`. 针对 `client` 的条件。");
        Field<OperationInput<PurposeType>>("purpose").Description("Condition on `purpose`. 针对 `purpose` 的条件。");
        Field<OperationInput<AccessRequestStateType>>("state").Description("Condition on `state`. 针对 `state` 的条件。");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}

/// <summary>Filters rights in memory, with the words of all other filters: there are never more than some thousands.</summary>
internal static class AccessFilter
{
    /// <param name="where">The filter as it was written; null for none.</param>
    /// <param name="valueOf">The value of a field, by its name, as the API writes it.</param>
    public static bool Holds(IDictionary<string, object?>? where, Func<string, string> valueOf) =>
        where is null || where.All(field => field.Value is not IDictionary<string, object?> words ||
            words.All(word => Holds(Operation.Find(word.Key), word.Value, valueOf(field.Key))));

    private static bool Holds(Operation operation, object? operand, string value)
    {
        var holds = operation.Kind switch
        {
            OperationKind.In => operand is IEnumerable<object?> list && list.Any(one => TextOf(one) == value),
            OperationKind.Contains => value.Contains(TextOf(operand) ?? "\0", StringComparison.Ordinal),
            OperationKind.StartsWith => value.StartsWith(TextOf(operand) ?? "\0", StringComparison.Ordinal),
            OperationKind.EndsWith => value.EndsWith(TextOf(operand) ?? "\0", StringComparison.Ordinal),
            _ => string.Equals(TextOf(operand), value, StringComparison.Ordinal),
        };
        return holds != operation.IsNegated;
    }

    private static string? TextOf(object? operand) => operand is Enum code ? ApiName.Of(code) : operand?.ToString();
}
