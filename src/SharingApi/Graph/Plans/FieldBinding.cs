using GraphQL;
using GraphQL.Types;
using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>Where a field's value comes from, as data: selection, filter and sort are all made of it.</summary>
internal abstract record FieldBinding
{
    private const string Key = "sharing.binding";

    public static FieldBinding? Of(IProvideMetadata field) => field.GetMetadata<FieldBinding?>(Key);

    public void BindTo(FieldType field) => field.Metadata[Key] = this;
}

/// <summary>The id of the row: kind, underscore, key.</summary>
/// <param name="Path">The key property.</param>
/// <param name="Prefix">Such as <c>person_</c>.</param>
/// <param name="Key">Makes the key of its GUID, as the model has it.</param>
/// <param name="Read">Reads the GUID of a row.</param>
internal sealed record IdBinding(
    string Path, string Prefix, Func<Guid, object> Key, Func<ModelPath, Func<System.Data.Common.DbDataReader, int, Guid>> Read)
    : FieldBinding;

/// <summary>A value that stands in one column.</summary>
/// <param name="Path">The property.</param>
/// <param name="Type">The type of the property, without its nullability.</param>
/// <param name="Part">Makes the writer of the value; or of its mask, where it is masked and has one.</param>
internal sealed record ColumnBinding(string Path, Type Type, Func<CellPlace, bool, RowPart?> Part) : FieldBinding
{
    /// <summary>Property with the blind index of an encrypted value: then equality is all that can be asked.</summary>
    public string? BlindIndex { get; init; }

    /// <summary>Neither a filter nor a sort key.</summary>
    public bool IsShownOnly { get; init; }
}

/// <summary>A value that is made of columns rather than read from one. It neither filters nor sorts.</summary>
/// <param name="Paths">The properties.</param>
/// <param name="Make">Makes its writer.</param>
internal sealed record ComposedBinding(IReadOnlyList<string> Paths, ComposedPart Make) : FieldBinding;

/// <summary>Makes the writer of a composed value; null where it is masked and has no mask.</summary>
internal delegate RowPart? ComposedPart(Selection selection, IReadOnlyList<CellPlace> cells, bool isMasked);

/// <summary>An object over columns of the same row.</summary>
internal sealed record SameRowBinding : FieldBinding;

/// <summary>A code and what a static table knows of it.</summary>
/// <param name="Path">The property with the code.</param>
internal sealed record CodeBinding(string Path) : FieldBinding;

/// <summary>Inside of an object of <see cref="CodeBinding"/>: the code itself, or what the table says of it.</summary>
/// <param name="Say">The table; null for the code itself.</param>
internal sealed record CodePartBinding(Func<string, string?>? Say) : FieldBinding;

/// <summary>The one row that this row points at.</summary>
/// <param name="Navigation">The navigation.</param>
/// <param name="Target">Entity at its end.</param>
internal sealed record JoinBinding(string Navigation, Type Target) : FieldBinding;

/// <summary>The rows that point at this one: one statement for all rows of a page.</summary>
/// <param name="ForeignKey">Their property that holds the key of this row.</param>
/// <param name="Source">Their entity.</param>
/// <param name="Key">Makes the key of its GUID, as the model has it.</param>
/// <param name="Read">Reads the GUID of this row.</param>
internal sealed record ChildrenBinding(
    string ForeignKey, Type Source, Func<Guid, object> Key, Func<ModelPath, Func<System.Data.Common.DbDataReader, int, Guid>> Read)
    : FieldBinding
{
    /// <summary>Path from those rows to what is listed of them, ending in a dot; empty where it is the rows themselves.</summary>
    public string Through { get; init; } = "";

    /// <summary>Rows can be found by what they list here.</summary>
    public bool IsFilter { get; init; }

    /// <summary>Shown by pages.</summary>
    public bool IsPaged { get; init; }

    /// <summary>The type of what is listed.</summary>
    public static IRowType RowsOf(Selection selection) => selection.Children[0].Type is IRowType rows
        ? rows
        : (IRowType)selection.Children[0].Type.Fields.Find("nodes")!.ResolvedType!.GetNamedType();
}

/// <summary>A column of a statement together with how the model stores it.</summary>
internal readonly record struct CellPlace(int Ordinal, ModelPath Path, bool IsText);
