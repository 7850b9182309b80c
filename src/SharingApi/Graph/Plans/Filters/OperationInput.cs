using GraphQL.Types;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>What can be asked of one value, by its scalar: one input type for each.</summary>
internal sealed class OperationInput<TScalar> : InputObjectGraphType
    where TScalar : class, IGraphType
{
    public OperationInput(IServiceProvider services)
    {
        var scalar = ActivatorUtilities.GetServiceOrCreateInstance<TScalar>(services);
        Name = scalar.Name + "OperationFilterInput";
        Description = $"Conditions on one value of type {scalar.Name}; all that are given must hold. " +
            $"针对一个 {scalar.Name} 值的条件，须全部满足。";
        foreach (var operation in Operation.Of(scalar))
        {
            AddField(new FieldType
            {
                Name = operation.Name,
                Type = operation.TakesList ? typeof(ListGraphType<TScalar>) : typeof(TScalar),
                Description = operation.Description,
            });
        }
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}

/// <summary>What can be asked of a value that is stored encrypted: equality, by its blind index.</summary>
internal sealed class EqualityInput<TScalar> : InputObjectGraphType
    where TScalar : class, IGraphType
{
    public EqualityInput(IServiceProvider services)
    {
        var scalar = ActivatorUtilities.GetServiceOrCreateInstance<TScalar>(services);
        Name = scalar.Name + "EqualityFilterInput";
        Description = $"Equality of one value of type {scalar.Name} that is stored encrypted. 针对一个加密存储的 {scalar.Name} 值的相等条件。";
        AddField(new FieldType { Name = "eq", Type = typeof(TScalar), Description = Operation.Find("eq").Description });
        AddField(new FieldType
        {
            Name = "in",
            Type = typeof(ListGraphType<TScalar>),
            Description = Operation.Find("in").Description,
        });
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}
