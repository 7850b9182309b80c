using System.Diagnostics.CodeAnalysis;
using GraphQL.Types;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>The sort keys of a row type.</summary>
internal interface ISortInput
{
    IRowType Rows { get; }

    bool TryFind(string name, [NotNullWhen(true)] out InputField? field);
}

/// <summary>One field for each value and each to-one object. Over persons who may be out of scope nothing is sorted.</summary>
internal sealed class SortInput<TRows> : InputObjectGraphType, ISortInput
    where TRows : class, IRowType
{
    private readonly Dictionary<string, InputField> _fields = new(StringComparer.Ordinal);

    public SortInput(IServiceProvider services)
    {
        Rows = ActivatorUtilities.GetServiceOrCreateInstance<TRows>(services);
        Name = Rows.Name + "SortInput";
        Description = $"Order of {Rows.Name}. {Rows.Name} 的排序。";
        foreach (var field in Rows.Fields)
        {
            if (FieldBinding.Of(field) is { } binding && TypeOf(field, binding) is { } type)
            {
                _fields.Add(field.Name, new InputField(binding, field.Guard()));
                AddField(new FieldType
                {
                    Name = field.Name,
                    Type = type,
                    Description = $"Order by `{field.Name}`; what has no value is the smallest. 按 `{field.Name}` 排序；无值者最小。",
                });
            }
        }
    }

    public IRowType Rows { get; }

    public bool TryFind(string name, [NotNullWhen(true)] out InputField? field) => _fields.TryGetValue(name, out field);

    public override object ParseDictionary(IDictionary<string, object?> value) => value;

    private static Type? TypeOf(FieldType field, FieldBinding binding) => binding switch
    {
        IdBinding => typeof(SortDirectionType),
        ColumnBinding { IsShownOnly: false, BlindIndex: null } => typeof(SortDirectionType),
        SameRowBinding => typeof(SortInput<>).MakeGenericType(field.Type!),
        JoinBinding join when join.Target != typeof(Domain.Persons.Person) => typeof(SortInput<>).MakeGenericType(field.Type!),
        CodeBinding => typeof(CodeSortInput<>).MakeGenericType(field.Type!),
        _ => null,
    };
}

/// <summary>Order by a code.</summary>
internal sealed class CodeSortInput<TObject> : InputObjectGraphType
    where TObject : class, IObjectGraphType
{
    public CodeSortInput(IServiceProvider services)
    {
        Name = ActivatorUtilities.GetServiceOrCreateInstance<TObject>(services).Name + "SortInput";
        Description = "Order by the code. 按代码排序。";
        AddField(new FieldType { Name = "code", Type = typeof(SortDirectionType), Description = "The code. 代码。" });
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value;
}

internal enum SortDirection
{
    Ascending,
    Descending,
}

/// <summary>Named as Hot Chocolate names it.</summary>
internal sealed class SortDirectionType : EnumerationGraphType
{
    public SortDirectionType()
    {
        Name = "SortEnumType";
        Description = "Direction of an order. 排序方向。";
        Add("ASC", SortDirection.Ascending, "From the smallest. 升序。");
        Add("DESC", SortDirection.Descending, "From the greatest. 降序。");
    }
}
