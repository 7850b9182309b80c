using System.Text.Json;
using Microsoft.Data.Sqlite;
using Persistence.Encryption;

namespace Peer;

/// <summary>Columns of the register on their way into JSON.</summary>
internal static class Columns
{
    /// <summary>Writes the text of a column, or null.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, row.GetString(column));
        }
    }

    /// <summary>Writes a key as a node id: the kind and 32 hexadecimal digits.</summary>
    /// <remarks>As an array: the driver's stream asks for the column's origin first, which costs more than all other columns.</remarks>
    public static void WriteId(this Utf8JsonWriter json, string kind, SqliteDataReader row, int column)
    {
        Span<char> id = stackalloc char[kind.Length + 32];
        kind.CopyTo(id);
        Convert.TryToHexStringLower(row.GetFieldValue<byte[]>(column), id[kind.Length..], out _);
        json.WriteString("id"u8, id);
    }

    /// <summary>Writes an object of code and name; both columns are never null.</summary>
    public static void WritePlace(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string code, string? placeName)
    {
        json.WriteStartObject(name);
        json.WriteString("code"u8, code);
        json.WriteString("name"u8, placeName);
        json.WriteEndObject();
    }

    /// <summary>Decrypts a column into the buffer; empty where there is no value.</summary>
    public static ReadOnlySpan<byte> Decrypt(this SqliteDataReader row, int column, FieldCipher cipher, Span<byte> plain) =>
        row.IsDBNull(column) ? [] : plain[..cipher.Decrypt(row.GetFieldValue<byte[]>(column), plain)];
}
