using System.Data.Common;
using System.Text.Json;
using Domain.Persons;
using Persistence.Providers;

namespace SharingApi.Graph.Plans;

/// <summary>Writes one value of a row as JSON. Made once for a plan, used for every row of it.</summary>
internal abstract class RowPart
{
    public abstract void Write(DbDataReader row, RowWriting writing);
}

/// <summary>What the parts of a row share while it is written.</summary>
internal abstract class RowWriting
{
    public abstract Utf8JsonWriter Json { get; }

    /// <summary>A selection that the caller may not see was met.</summary>
    public abstract void Denied(int selection);

    /// <summary>Something of this person is disclosed.</summary>
    public abstract void Discloses(PersonId person);

    /// <summary>Leaves a place for the children of a row.</summary>
    public abstract void LeavePlace(int children, Guid parent);

    /// <summary>Writes the cursor of the row.</summary>
    public abstract void WriteCursor(DbDataReader row);
}

/// <summary>Text that is stored as it is shown: names, codes, dates of the form that the API has.</summary>
/// <remarks>Here and below: what the model says is never null is not asked whether it is; that was a call into the driver for each value.</remarks>
internal sealed class TextPart(int ordinal, bool isNullable) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        var text = StoredBytes.Of(row, ordinal);
        if (text.IsEmpty && isNullable && row.IsDBNull(ordinal))
        {
            writing.Json.WriteNullValue();
        }
        else
        {
            writing.Json.WriteStringValue(text);
        }
    }
}

internal sealed class NumberPart(int ordinal, bool isNullable) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        if (isNullable && row.IsDBNull(ordinal))
        {
            writing.Json.WriteNullValue();
        }
        else
        {
            writing.Json.WriteNumberValue(row.GetInt32(ordinal));
        }
    }
}

internal sealed class BooleanPart(int ordinal, bool isNullable) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        if (isNullable && row.IsDBNull(ordinal))
        {
            writing.Json.WriteNullValue();
        }
        else
        {
            writing.Json.WriteBooleanValue(row.GetBoolean(ordinal));
        }
    }
}

/// <summary>Any other value, written as text: decrypted, formatted or masked.</summary>
internal sealed class ConvertedPart<T>(int ordinal, bool isNullable, Func<DbDataReader, int, T> read, Func<T, string?> say) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) =>
        writing.Json.WriteStringValue(isNullable && row.IsDBNull(ordinal) ? null : say(read(row, ordinal)));
}

/// <summary>The id of a node.</summary>
internal sealed class IdPart(int ordinal, string prefix, Func<DbDataReader, int, Guid> read) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        const int Digits = 32;
        Span<char> text = stackalloc char[prefix.Length + Digits];
        prefix.CopyTo(text);
        read(row, ordinal).TryFormat(text[prefix.Length..], out _, "N");
        writing.Json.WriteStringValue(text);
    }
}

/// <summary>The same for every row: a type's name; or null, where a value is masked and has no mask.</summary>
internal sealed class ConstantPart(string? text) : RowPart
{
    private readonly JsonEncodedText? _text = text is null ? null : JsonEncodedText.Encode(text);

    public override void Write(DbDataReader row, RowWriting writing)
    {
        if (_text is { } encoded)
        {
            writing.Json.WriteStringValue(encoded);
        }
        else
        {
            writing.Json.WriteNullValue();
        }
    }
}

/// <summary>Null, and counted: nothing of it is in the statement.</summary>
internal sealed class DeniedPart(int selection) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        writing.Json.WriteNullValue();
        writing.Denied(selection);
    }
}

/// <summary>The place where the children of a row will stand.</summary>
internal sealed class ChildrenPart(int children, KeyCell parent) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) => writing.LeavePlace(children, parent.Read(row, parent.Ordinal));
}

internal sealed class CursorPart : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) => writing.WriteCursor(row);
}

/// <summary>An object with its fields in the order of the selection; null where the column that tells of it is.</summary>
internal sealed class ObjectPart(IReadOnlyList<(string Name, RowPart Part)> fields, int? exists, PersonCell? person) : RowPart
{
    private readonly (JsonEncodedText Name, RowPart Part)[] _fields =
        [.. fields.Select(field => (JsonEncodedText.Encode(field.Name), field.Part))];

    public override void Write(DbDataReader row, RowWriting writing)
    {
        var json = writing.Json;
        if (exists is { } column && row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        if (person?.Of(row) is { } disclosed)
        {
            writing.Discloses(disclosed);
        }

        json.WriteStartObject();
        foreach (var (name, part) in _fields)
        {
            json.WritePropertyName(name);
            part.Write(row, writing);
        }

        json.WriteEndObject();
    }
}

/// <summary>Where a row names the person that it discloses.</summary>
internal sealed record PersonCell(int Ordinal, bool IsNullable, Func<DbDataReader, int, PersonId> Read)
{
    /// <summary>The person of a row, or null where the row names none.</summary>
    public PersonId? Of(DbDataReader row) => IsNullable && row.IsDBNull(Ordinal) ? null : Read(row, Ordinal);
}
