using System.Globalization;
using System.Text.Json;
using Persistence.Reading;

namespace Persistence.Providers;

/// <summary>SQL as SQLite reads it.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    public bool ReadsDatesAsText => true;

    public string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");

    // JSON has no bytes: they go as hexadecimal text.
    public string InList(string column, string parameter, Type element) => element == typeof(byte[])
        ? $"{column} IN (SELECT unhex(value) FROM json_each({parameter}))"
        : $"{column} IN (SELECT value FROM json_each({parameter}))";

    public object ListValue(IReadOnlyList<object> stored)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartArray();
            foreach (var value in stored)
            {
                WriteElement(json, value);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    // Null is the smallest value here already.
    public string SortKey(string column, bool descending, bool nullable) => descending ? $"{column} DESC" : column;

    public string Limit(string parameter) => $"LIMIT {parameter}";

    // LIKE ignores the case of ASCII letters here, and no other's. These compare byte by byte and know no signs to escape;
    // the range lets an index find a beginning.
    public string MatchesText(string column, string parameter, TextMatch match) => match switch
    {
        TextMatch.Contains => $"instr({column}, {parameter}) > 0",
        TextMatch.StartsWith => $"({column} >= {parameter} AND substr({column}, 1, length({parameter})) = {parameter})",
        TextMatch.EndsWith => $"substr({column}, 1 + max(0, length({column}) - length({parameter}))) = {parameter}",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    public object TextValue(string text, TextMatch match) => text;

    private static void WriteElement(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case byte[] bytes:
                json.WriteStringValue(Convert.ToHexString(bytes));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteNumberValue(flag ? 1 : 0);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
