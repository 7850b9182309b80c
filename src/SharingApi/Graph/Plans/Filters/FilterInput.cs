using System.Diagnostics.CodeAnalysis;
using Domain.Access;
using GraphQL.Types;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>The filter of a row type, made of the same bindings as its selection.</summary>
internal interface IFilterInput
{
    IRowType Rows { get; }

    bool TryFind(string name, [NotNullWhen(true)] out InputField? field);
}

/// <summary>One field of a filter or sort input: what it stands for and who may use it.</summary>
/// <param name="Binding">Where the value comes from.</param>
/// <param name="Guard">The item that must be clear to the caller; null where everybody may.</param>
internal sealed record InputField(FieldBinding Binding, CatalogueItem? Guard);

/// <summary>Shaped as Hot Chocolate shapes it: <c>and</c>, <c>or</c> and one field for each value, each object and each list.</summary>
internal sealed class FilterInput<TRows> : InputObjectGraphType, IFilterInput
    where TRows : class, IRowType
{
    private readonly Dictionary<string, InputField> _fields = new(StringComparer.Ordinal);

    public FilterInput(IServiceProvider services)
    {
        Rows = ActivatorUtilities.GetServiceOrCreateInstance<TRows>(services);
        Name = Rows.Name + "FilterInput";
        Description = $"Conditions on {Rows.Name}; all that are given must hold. 针对 {Rows.Name} 的筛选条件，须全部满足。";
        Add("and", typeof(ListGraphType<NonNullGraphType<FilterInput<TRows>>>), "All of these must hold. 须全部满足。");
        Add("or", typeof(ListGraphType<NonNullGraphType<FilterInput<TRows>>>), "One of these must hold. 满足其一即可。");
        foreach (var field in Rows.Fields)
        {
            if (FieldBinding.Of(field) is { } binding && TypeOf(field, binding) is { } type)
            {
                _fields.Add(field.Name, new InputField(binding, field.Guard()));
                Add(field.Name, type, $"Condition on `{field.Name}`. 针对 `{field.Name}` 的条件。");
            }
        }
    }

    public IRowType Rows { get; }

    public bool TryFind(string name, [NotNullWhen(true)] out InputField? field) => _fields.TryGetValue(name, out field);

    // As it was written: the reader of filters walks the values, and an absent key is not a null one.
    public override object ParseDictionary(IDictionary<string, object?> value) => value;

    private static Type? TypeOf(FieldType field, FieldBinding binding) => binding switch
    {
        IdBinding => typeof(OperationInput<IdGraphType>),
        ColumnBinding { IsShownOnly: true } => null,
        ColumnBinding { BlindIndex: not null } => typeof(EqualityInput<>).MakeGenericType(field.Type!),
        ColumnBinding => typeof(OperationInput<>).MakeGenericType(field.Type!),
        SameRowBinding or JoinBinding => typeof(FilterInput<>).MakeGenericType(field.Type!),
        ChildrenBinding { IsFilter: true } => typeof(ListFilterInput<>).MakeGenericType(RowsOf(field.Type!)),
        CodeBinding => typeof(CodeFilterInput<>).MakeGenericType(field.Type!),
        _ => null,
    };

    /// <summary>The rows of a list type, whose entries are never null.</summary>
    private static Type RowsOf(Type list) => list.GenericTypeArguments[0].GenericTypeArguments[0];

    private void Add(string name, Type type, string description) =>
        AddField(new FieldType { Name = name, Type = type, Description = description });
}

/// <summary>The filter of a code with a name: the code alone, for the names stand in a static table.</summary>
internal sealed class CodeFilterInput<TObject> : InputObjectGraphType
    where TObject : class, IObjectGraphType
{
    public CodeFilterInput(IServiceProvider services)
    {
        Name = ActivatorUtilities.GetServiceOrCreateInstance<TObject>(services).Name + "FilterInput";
        Description = "Condition on the code. 针对代码的条件。";
        AddField(new FieldType
        {
            Name = "code",
            Type = typeof(OperationInput<StringGraphType>),
            Description = "The code. 代码。",
        });
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}
