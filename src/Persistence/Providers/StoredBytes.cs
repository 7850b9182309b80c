using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Persistence.Providers;

/// <summary>Texts and bytes of a row as the driver holds them, without the copies and questions of its general way of reading.</summary>
public static class StoredBytes
{
    /// <summary>The bytes of a column, of a text its UTF-8; empty where there is no value.</summary>
    /// <returns>Memory of the driver: good until the next row is read, or the same column in another form.</returns>
    public static ReadOnlySpan<byte> Of(DbDataReader row, int ordinal) =>
        row is SqliteDataReader { Handle: { } statement } ? raw.sqlite3_column_blob(statement, ordinal) : Copied(row, ordinal);

    private static byte[] Copied(DbDataReader row, int ordinal) => row.GetValue(ordinal) switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        DBNull => [],
        var other => throw new InvalidOperationException($"Column {ordinal} holds a {other.GetType().Name}, neither text nor bytes."),
    };
}
