using System.Linq.Expressions;
using Domain.Cases;
using Domain.Persons;
using Domain.Shared;
using GraphQL.Types;
using SharingApi.Graph.Plans.Filters;
using SharingApi.Graph.Schema;

namespace SharingApi.Graph.Plans;

/// <summary>A field of a row type in the making, read like a line of the data-sharing agreement.</summary>
internal class RowField<TRow>(FieldType definition) : IFieldMetadataWriter
    where TRow : class
{
    public Dictionary<string, object?> Metadata => definition.Metadata;

    public IMetadataReader MetadataReader => definition;

    protected FieldType FieldType => definition;

    public TType GetMetadata<TType>(string key, TType defaultValue = default!) => definition.GetMetadata(key, defaultValue);

    public TType GetMetadata<TType>(string key, Func<TType> defaultValueFactory) => definition.GetMetadata(key, defaultValueFactory);

    public bool HasMetadata(string key) => definition.HasMetadata(key);

    public RowField<TRow> Description(string description)
    {
        definition.Description = description;
        return this;
    }

    /// <summary>The value of one property.</summary>
    public RowValue<TRow, TValue> Reads<TValue>(Expression<Func<TRow, TValue?>> property)
        where TValue : notnull => Read<TValue>(PropertyPath.Of(property));

    /// <summary>The value of one property that may be missing.</summary>
    public RowValue<TRow, TValue> Reads<TValue>(Expression<Func<TRow, TValue?>> property)
        where TValue : struct => Read<TValue>(PropertyPath.Of(property));

    /// <summary>An object over columns of the same row.</summary>
    public RowField<TRow> Holds<TObject>()
        where TObject : RowType<TRow> => Bind(typeof(TObject), new SameRowBinding());

    /// <summary>A code together with what a static table says of it.</summary>
    /// <typeparam name="TCode">What the code is of, such as a division.</typeparam>
    public RowField<TRow> Names<TCode>(Expression<Func<TRow, string?>> code) =>
        Bind(GraphTypeOf<TCode>.Type, new CodeBinding(PropertyPath.Of(code)));

    /// <summary>The row that this one points at.</summary>
    public RowField<TRow> Joins<TTarget>(Expression<Func<TRow, TTarget?>> navigation)
        where TTarget : class =>
        Bind(GraphTypeOf<TTarget>.Type, new JoinBinding(PropertyPath.Of(navigation), typeof(TTarget)));

    /// <summary>The rows that point at this person.</summary>
    public RowField<TRow> Lists<TChild>(Expression<Func<TChild, PersonId>> parent)
        where TChild : class => Bind(ListOf(GraphTypeOf<TChild>.Type), ChildrenOf(parent) with { IsFilter = true });

    /// <summary>The rows that point at this case.</summary>
    public RowField<TRow> Lists<TChild>(Expression<Func<TChild, CaseId>> parent)
        where TChild : class => Bind(ListOf(GraphTypeOf<TChild>.Type), ChildrenOf(parent));

    /// <summary>What the rows that point at this case point at in turn.</summary>
    public RowField<TRow> ListsThrough<TLink, TTarget>(
        Expression<Func<TLink, CaseId>> parent, Expression<Func<TLink, TTarget?>> target)
        where TLink : class
        where TTarget : class =>
        Bind(ListOf(GraphTypeOf<TTarget>.Type), ChildrenOf(parent) with { Through = PropertyPath.Of(target) + "." });

    /// <summary>The rows that point at this person, by pages from the first.</summary>
    public RowField<TRow> PagesOf<TChild>(Expression<Func<TChild, PersonId>> parent)
        where TChild : class
    {
        definition.Arguments = new QueryArguments(ListArguments.PagingForward());
        return Bind(ConnectionOf<TChild>.Type, ChildrenOf(parent) with { IsPaged = true });
    }

    /// <summary>Adds the arguments <c>where</c> and <c>order</c>, as the type of the rows has them.</summary>
    public RowField<TRow> WithFilterAndOrderOf<TChild>()
    {
        definition.Arguments = new QueryArguments(ListArguments.WhereAndOrder(GraphTypeOf<TChild>.Type));
        return this;
    }

    /// <summary>A value made of properties.</summary>
    /// <param name="type">Its graph type.</param>
    /// <param name="make">Makes its writer.</param>
    /// <param name="properties">The properties.</param>
    public RowField<TRow> Composes(
        Type type, ComposedPart make, params IReadOnlyList<Expression<Func<TRow, object?>>> properties) =>
        Bind(type, new ComposedBinding([.. properties.Select(PropertyPath.Of)], make));

    private static Type ListOf(Type rows) =>
        typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(rows));

    private static ChildrenBinding ChildrenOf<TChild, TKey>(Expression<Func<TChild, TKey>> parent)
        where TKey : struct, IKey<TKey> => new(PropertyPath.Of(parent), typeof(TChild), static guid => TKey.Of(guid), static path =>
        {
            var read = path.ReaderOf<TKey>();
            return (row, ordinal) => read(row, ordinal).Value;
        });

    private RowField<TRow> Bind(Type type, FieldBinding binding)
    {
        definition.Type = type;
        binding.BindTo(definition);
        return this;
    }

    private RowValue<TRow, TValue> Read<TValue>(string path)
        where TValue : notnull
    {
        definition.Type = ScalarTypes.Of(typeof(TValue));
        return new RowValue<TRow, TValue>(definition, path);
    }
}

/// <summary>A field with the value of one property in the making.</summary>
internal sealed class RowValue<TRow, TValue> : RowField<TRow>
    where TRow : class
    where TValue : notnull
{
    private Func<TValue, string>? _mask;

    public RowValue(FieldType field, string path)
        : base(field)
    {
        new ColumnBinding(path, typeof(TValue), Part).BindTo(field);
    }

    /// <summary>How the value is shown at level masked; without a mask it is null there, and not read.</summary>
    public RowValue<TRow, TValue> MaskedBy(Func<TValue, string> mask)
    {
        _mask = mask;
        return this;
    }

    /// <summary>The column is encrypted: equality is asked of its blind index, and nothing else can be asked.</summary>
    public RowValue<TRow, TValue> FoundBy(Expression<Func<TRow, byte[]?>> blindIndex)
    {
        (Binding with { BlindIndex = PropertyPath.Of(blindIndex) }).BindTo(FieldType);
        return this;
    }

    /// <summary>The value neither filters nor sorts.</summary>
    public RowValue<TRow, TValue> ShownOnly()
    {
        (Binding with { IsShownOnly = true }).BindTo(FieldType);
        return this;
    }

    private ColumnBinding Binding => (ColumnBinding)FieldBinding.Of(FieldType)!;

    private RowPart? Part(CellPlace place, bool isMasked) =>
        !isMasked ? ScalarTypes.PartOf<TValue>(place)
        : _mask is null ? null
        : new ConvertedPart<TValue>(place.Ordinal, place.Path.IsNullable, place.Path.ReaderOf<TValue>(), _mask);
}
