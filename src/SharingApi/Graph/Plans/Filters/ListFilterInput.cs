using GraphQL.Types;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>The filter of a list: what its rows must fulfil, under the words that Hot Chocolate has for it.</summary>
internal interface IListFilterInput
{
    /// <summary>The filter of one row.</summary>
    IFilterInput Rows { get; }
}

/// <summary>The words that a list is asked by; no field of a row is named so.</summary>
internal static class Quantifier
{
    public const string Any = "any";
    public const string Some = "some";
    public const string None = "none";
    public const string All = "all";

    public static bool IsOne(string word) => word is Any or Some or None or All;
}

/// <summary>Conditions on the rows that point at a person. Rows that do not exist for the caller do not exist here either.</summary>
internal sealed class ListFilterInput<TRows> : InputObjectGraphType, IListFilterInput
    where TRows : class, IRowType
{
    public ListFilterInput(IServiceProvider services)
    {
        var rows = ActivatorUtilities.GetServiceOrCreateInstance<TRows>(services).Name;
        Name = $"ListFilterInputTypeOf{rows}FilterInput";
        Description = $"Conditions on a list of {rows}; all that are given must hold. 针对 {rows} 列表的条件，须全部满足。";
        Add(Quantifier.All, "Every row fulfils this; true where there is none. 每一行均满足；无行时成立。");
        Add(Quantifier.None, "No row fulfils this. 没有一行满足。");
        Add(Quantifier.Some, "At least one row fulfils this. 至少一行满足。");
        AddField(new FieldType
        {
            Name = Quantifier.Any,
            Type = typeof(BooleanGraphType),
            Description = "Whether there is a row at all. 是否有任何一行。",
        });
    }

    public IFilterInput Rows => (IFilterInput)Fields.Find(Quantifier.Some)!.ResolvedType!;

    public override object ParseDictionary(IDictionary<string, object?> value) => value;

    private void Add(string name, string description) =>
        AddField(new FieldType { Name = name, Type = typeof(FilterInput<TRows>), Description = description });
}
