using System.Linq.Expressions;
using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using GraphQL.Types;
using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>An object type whose fields are read by a plan.</summary>
internal interface IRowType : IObjectGraphType
{
    /// <summary>The entity that its rows are of.</summary>
    Type Row { get; }

    /// <summary>Property that is null exactly where there is no such object in the row; null where there always is.</summary>
    string? Existence { get; }

    /// <summary>Property with the person of whom a row discloses something; null where it concerns no person.</summary>
    string? PersonPath { get; }

    /// <summary>Which rows the caller reaches; null for all, <see cref="ReadPredicate.Never"/> for none.</summary>
    /// <param name="operation">Who asks, for what.</param>
    /// <param name="prefix">Path from where the condition stands to the row, ending in a dot, or empty.</param>
    ReadPredicate? InScope(OperationContext operation, string prefix);

    /// <summary>Which rows exist for the caller among those of a person in scope; null for all.</summary>
    ReadPredicate? Visible(OperationContext operation, string prefix);

    /// <summary>Property that orders rows where nothing is asked; null where that is the id.</summary>
    string? NaturalKey { get; }

    /// <summary>Items by which rows are guarded, rather than fields.</summary>
    IEnumerable<CatalogueItem> RowItems { get; }
}

/// <summary>An object type over rows of an entity. Its fields say where they are read, who may see them and how they are masked.</summary>
internal abstract class RowType<TRow> : ObjectGraphType<TRow>, IRowType
    where TRow : class
{
    public Type Row => typeof(TRow);

    public string? Existence { get; private set; }

    public string? PersonPath { get; private set; }

    public virtual string? NaturalKey => null;

    public virtual IEnumerable<CatalogueItem> RowItems => [];

    public virtual ReadPredicate? InScope(OperationContext operation, string prefix) => null;

    public virtual ReadPredicate? Visible(OperationContext operation, string prefix) => null;

    /// <summary>The object is there where this property has a value.</summary>
    protected void IsThereWhere(Expression<Func<TRow, object?>> property) => Existence = PropertyPath.Of(property);

    /// <summary>A row discloses something of this person, where it names one.</summary>
    protected void Discloses(Expression<Func<TRow, PersonId?>> person) => PersonPath = PropertyPath.Of(person);

    /// <summary>A row discloses something of this person.</summary>
    protected void Discloses(Expression<Func<TRow, PersonId>> person) => PersonPath = PropertyPath.Of(person);

    /// <summary>Begins a field that is read by the plan.</summary>
    protected RowField<TRow> Field(string name)
    {
        // The engine wants a type at once; what the field reads brings the right one.
        var field = new FieldType { Name = name, Type = typeof(StringGraphType) };
        AddField(field);
        return new RowField<TRow>(field);
    }

    /// <summary>The id of the row as a node.</summary>
    protected RowField<TRow> Id<TKey>(string prefix, Expression<Func<TRow, TKey>> key)
        where TKey : struct, IKey<TKey>
    {
        var field = new FieldType { Name = "id", Type = typeof(NonNullGraphType<IdGraphType>) };
        new IdBinding(PropertyPath.Of(key), prefix, static guid => TKey.Of(guid), static path =>
        {
            var read = path.ReaderOf<TKey>();
            return (row, ordinal) => read(row, ordinal).Value;
        }).BindTo(field);
        AddField(field);
        return new RowField<TRow>(field);
    }
}
