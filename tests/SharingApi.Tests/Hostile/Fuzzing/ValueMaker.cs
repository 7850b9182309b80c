using System.Globalization;
using System.Text;
using GraphQLParser.AST;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Makes values of the schema's input types, as literals of a document or as JSON; some do not fit their type.</summary>
internal sealed class ValueMaker(Grammar grammar, Samples samples, Dice dice, int faults)
{
    private const int Deepest = 5;

    /// <summary>A value for a place of this type.</summary>
    /// <param name="type">What belongs there.</param>
    /// <param name="json">JSON; else a literal.</param>
    public string Make(GraphQLType type, bool json)
    {
        var text = new StringBuilder();
        Write(text, type, json, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, GraphQLType type, bool json, int depth)
    {
        if (dice.Percent(faults))
        {
            Misfit(text, json);
            return;
        }

        switch (type)
        {
            case GraphQLNonNullType required:
                Write(text, required.Type, json, depth);
                break;
            case not null when dice.Percent(3):
                text.Append("null");
                break;
            case GraphQLListType list:
                List(text, list.Type, json, depth);
                break;
            default:
                Named(text, Grammar.NameOf(type!), json, depth);
                break;
        }
    }

    private void List(StringBuilder text, GraphQLType item, bool json, int depth)
    {
        if (dice.Percent(5))
        {
            Write(text, item, json, depth);
            return;
        }

        var length = depth > Deepest ? 0 : dice.Percent(faults) ? dice.Pick(201, 1_001) : dice.Below(4);
        var repeated = new StringBuilder();
        if (length > 4)
        {
            Write(repeated, item, json, depth + 1);
        }

        text.Append('[');
        for (var i = 0; i < length && text.Length < 300_000; i++)
        {
            text.Append(i > 0 ? "," : "");
            if (repeated.Length > 0)
            {
                text.Append(repeated);
            }
            else
            {
                Write(text, item, json, depth + 1);
            }
        }

        text.Append(']');
    }

    private void Named(StringBuilder text, string type, bool json, int depth)
    {
        var fields = grammar.InputFieldsOf(type);
        var values = grammar.EnumValuesOf(type);
        if (fields.Count > 0)
        {
            Object(text, fields, json, depth);
        }
        else if (values.Count > 0)
        {
            text.Append(json ? Quote(dice.Pick(values)) : dice.Pick(values));
        }
        else
        {
            Scalar(text, type, json);
        }
    }

    private void Object(StringBuilder text, IReadOnlyList<GraphQLInputValueDefinition> fields, bool json, int depth)
    {
        text.Append('{');
        var count = 0;
        foreach (var field in fields)
        {
            var isNeeded = field.Type is GraphQLNonNullType && field.DefaultValue is null;
            if (!dice.Percent(isNeeded ? 100 - faults : depth > Deepest ? 0 : fields.Count > 6 ? 20 : 50))
            {
                continue;
            }

            var name = dice.Percent(faults) ? dice.Pick(Words.Names) : field.Name.StringValue;
            text.Append(count++ > 0 ? "," : "").Append(json ? Quote(name) : name).Append(':');
            Write(text, field.Type, json, depth + 1);
        }

        text.Append('}');
    }

    private void Scalar(StringBuilder text, string type, bool json) => text.Append(type switch
    {
        "Int" => dice.Percent(60) ? dice.Below(40).ToString(CultureInfo.InvariantCulture) : dice.Pick(Words.Numbers),
        "Float" => dice.Pick(Words.Numbers),
        "Boolean" => dice.Pick("true", "false"),
        "ID" => Quote(dice.Percent(70) ? dice.Pick(samples.Ids) : dice.Pick(Words.Texts)),
        "IdNumber" => Quote(dice.Percent(60) ? dice.Pick(samples.IdNumbers) : dice.Pick(Words.IdNumbers)),
        "CertificateNumber" => Quote(dice.Percent(60) ? dice.Pick(samples.CertificateNumbers) : dice.Pick(Words.CertificateNumbers)),
        "PartialDate" or "LocalDate" => Quote(dice.Pick(Words.Days)),
        "DateTime" => Quote(dice.Pick(Words.Instants)),
        _ => AnyText(json),
    });

    /// <summary>A value of some other shape than the place asks for.</summary>
    private void Misfit(StringBuilder text, bool json)
    {
        switch (dice.Below(8))
        {
            case 0:
                text.Append(dice.Pick(Words.Numbers));
                break;
            case 1:
                text.Append(dice.Pick("true", "null", "[]", "{}", "[[]]", "[null]"));
                break;
            case 2:
                var depth = dice.Pick(2, 31, 33, 70, 3_000);
                text.Append('[', depth).Append(']', depth);
                break;
            case 3:
                text.Insert(text.Length, json ? "{\"a\":" : "{a:", dice.Pick(1, 40)).Append('1').Append('}', 1);
                break;
            case 4 when !json:
                text.Append(dice.Pick("$missing", "NO_SUCH_VALUE", "\"\"\"block\n  \\\"\"\" text\"\"\"", "-", "01", "1.", "\"\\u{1F600}\"", "\"\\uD83D\\uDE00\""));
                break;
            case 5:
                text.Append('"').Append(dice.Pick("\\u0000", "\\ud800", "\\udc00\\ud800", "\\x", "\\u12", "\0", "\u0007", "\\ud83d\\ude00")).Append('"');
                break;
            default:
                text.Append(AnyText(json));
                break;
        }
    }

    private string AnyText(bool json) => dice.Below(12) switch
    {
        0 => Quote(dice.Pick(samples.Cursors)),
        1 => Quote(new string(dice.Pick('x', '9', '张', '\\', '"'), dice.Pick(100, 500, 501, 4_000, 60_000))),
        2 => Quote(dice.Pick(Words.Days)),
        3 => Quote(dice.Pick(samples.IdNumbers)),
        4 when !json => $"\"\"\"{dice.Pick(Words.Texts).Replace("\"", "", StringComparison.Ordinal)}\"\"\"",
        _ => Quote(dice.Pick(Words.Texts)),
    };

    /// <summary>The text as JSON and GraphQL both read it.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' or '\u007F' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
