using Microsoft.EntityFrameworkCore.Storage;

namespace Persistence.Reading;

/// <summary>SQL of one shape of query, ready to be bound to any values: prepared once for each connection.</summary>
public sealed class ReadStatement(string sql, IReadOnlyList<ParameterSlot> slots)
{
    /// <summary>The text. Holds names of tables and columns, never a value.</summary>
    public string Sql => sql;

    public IReadOnlyList<ParameterSlot> Slots => slots;

    public override string ToString() => sql;
}

/// <summary>One parameter of a statement.</summary>
/// <param name="Name">As in the text.</param>
/// <param name="Mapping">How values of the property are stored.</param>
/// <param name="Form">How the value is given.</param>
/// <param name="Match">For text patterns: which part must match.</param>
public sealed record ParameterSlot(string Name, RelationalTypeMapping Mapping, SlotForm Form, TextMatch? Match = null);

public enum SlotForm
{
    /// <summary>A value of the property's type.</summary>
    Value,

    /// <summary>A value as it is stored: a part of a cursor.</summary>
    Stored,

    /// <summary>A list of values of the property's type.</summary>
    List,

    /// <summary>A text to find in the property.</summary>
    Pattern,
}
