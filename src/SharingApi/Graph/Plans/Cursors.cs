using System.Buffers.Binary;
using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Shared;
using Persistence.Encryption;
using Persistence.Providers;
using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>Cursors: the sort keys of a row, sealed, and bound to the list that they are a place in.</summary>
internal sealed class Cursors(Keys keys)
{
    private const int BindingSize = 16;

    private readonly FieldCipher _cipher = new(keys.Cursors, keys.Suite);

    /// <summary>What a cursor is bound to: caller, purpose, scope, list, order and filter. Altered or foreign, it opens nothing.</summary>
    public static byte[] Bind(OperationContext operation, string list, string shape, IEnumerable<object> values)
    {
        var disclosure = operation.Disclosure;
        var text = new StringBuilder();
        Append(text, disclosure.Client);
        Append(text, disclosure.Purpose);
        Append(text, disclosure.Scope.Kind);
        Append(text, disclosure.Scope.Code);
        Append(text, list);
        Append(text, shape);
        foreach (var value in values)
        {
            Append(text, value);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..BindingSize];
    }

    public string Seal(ReadOnlySpan<byte> binding, ReadOnlySpan<byte> row)
    {
        Span<byte> plain = stackalloc byte[binding.Length + row.Length];
        binding.CopyTo(plain);
        row.CopyTo(plain[binding.Length..]);
        return Base64Url.EncodeToString(_cipher.Encrypt(plain));
    }

    /// <summary>The stored values of the sort keys, or <c>CURSOR_INVALID</c>.</summary>
    public Outcome<object?[]> Open(string cursor, ReadOnlySpan<byte> binding, IReadOnlyList<ModelPath> order)
    {
        try
        {
            var plain = _cipher.Decrypt(Base64Url.DecodeFromChars(cursor));
            return plain.AsSpan().StartsWith(binding)
                ? CursorRow.Read(plain.AsSpan(BindingSize), order)
                : Invalid;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return Invalid;
        }
    }

    private static Refusal Invalid { get; } = new(
        "CURSOR_INVALID", "The cursor was altered, or belongs to another caller, purpose, list, order or filter.");

    private static void Append(StringBuilder text, object? value)
    {
        var said = value switch
        {
            null => "-",
            byte[] bytes => Convert.ToHexString(bytes),
            IReadOnlyList<object> list => string.Join('\u001f', list.Select(one => one is byte[] bytes ? Convert.ToHexString(bytes) : one)),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        text.Append(CultureInfo.InvariantCulture, $"{said.Length}:{said}");
    }
}

/// <summary>The sort keys of a row as bytes: for each a sign whether there is a value, and the value as it is stored.</summary>
internal static class CursorRow
{
    public static void Write(DbDataReader row, IReadOnlyList<(int Ordinal, Type Stored)> keys, RowBuffer destination)
    {
        foreach (var (ordinal, stored) in keys)
        {
            if (row.IsDBNull(ordinal))
            {
                destination.Add(0);
                continue;
            }

            destination.Add(1);
            if (stored == typeof(string) || stored == typeof(byte[]))
            {
                WriteBytes(StoredBytes.Of(row, ordinal), destination);
            }
            else
            {
                var number = stored == typeof(DateOnly) ? row.GetFieldValue<DateOnly>(ordinal).DayNumber
                    : stored == typeof(bool) ? (row.GetBoolean(ordinal) ? 1 : 0)
                    : row.GetInt64(ordinal);
                BinaryPrimitives.WriteInt64LittleEndian(destination.GetSpan(sizeof(long)), number);
                destination.Advance(sizeof(long));
            }
        }
    }

    public static object?[] Read(ReadOnlySpan<byte> row, IReadOnlyList<ModelPath> order)
    {
        var values = new object?[order.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var isThere = row[0] == 1;
            row = row[1..];
            if (isThere)
            {
                values[i] = ReadValue(ref row, order[i].StoredType);
            }
        }

        return values;
    }

    private static object ReadValue(ref ReadOnlySpan<byte> row, Type stored)
    {
        if (stored == typeof(string) || stored == typeof(byte[]))
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(row);
            var bytes = row.Slice(sizeof(int), length);
            row = row[(sizeof(int) + length)..];
            return stored == typeof(string) ? Encoding.UTF8.GetString(bytes) : bytes.ToArray();
        }

        var number = BinaryPrimitives.ReadInt64LittleEndian(row);
        row = row[sizeof(long)..];
        return stored == typeof(DateOnly) ? DateOnly.FromDayNumber((int)number)
            : stored == typeof(bool) ? number == 1
            : stored == typeof(int) ? (int)number
            : number;
    }

    private static void WriteBytes(ReadOnlySpan<byte> bytes, RowBuffer destination)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination.GetSpan(sizeof(int)), bytes.Length);
        destination.Advance(sizeof(int));
        bytes.CopyTo(destination.GetSpan(bytes.Length));
        destination.Advance(bytes.Length);
    }
}
