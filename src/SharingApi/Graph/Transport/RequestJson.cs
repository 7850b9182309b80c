using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Limits;

namespace SharingApi.Graph.Transport;

/// <summary>
/// Reads the JSON of a request. Stricter than JSON must be, because two readers that disagree about a request are a hole:
/// no key twice, no half surrogate pairs, no NUL, no value nested beyond the limit.
/// </summary>
internal ref struct RequestJson
{
    /// <summary>The request object and its <c>variables</c> object stand around every value.</summary>
    private const int Envelope = 2;

    private readonly int _mostDepth;
    private Utf8JsonReader _json;
    private RefusalError? _refusal;

    private RequestJson(ReadOnlySpan<byte> utf8, int mostDepth)
    {
        // The reader's own limit only has to be out of reach: ours answers with the numbers.
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = mostDepth + Envelope + 1 });
        _mostDepth = mostDepth;
    }

    /// <summary>Reads a whole request body; null and a refusal where it is none.</summary>
    public static GraphRequest? Request(ReadOnlySpan<byte> utf8, int valueDepth, out RefusalError? refusal)
    {
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (text.IsEmpty)
        {
            refusal = RequestRefusals.Empty;
            return null;
        }

        return Guarded(text, valueDepth, static (ref RequestJson json) => json.ReadRequest(), out refusal);
    }

    /// <summary>Reads the JSON of one parameter of an address.</summary>
    public static Inputs? Map(string key, ReadOnlySpan<byte> utf8, int valueDepth, out RefusalError? refusal) =>
        Guarded(utf8, valueDepth, (ref RequestJson json) => json._json.Read() ? json.ReadMap(key) : null, out refusal);

    private delegate T? Reading<out T>(ref RequestJson json);

    private static T? Guarded<T>(ReadOnlySpan<byte> utf8, int valueDepth, Reading<T> read, out RefusalError? refusal)
        where T : class
    {
        refusal = Utf8.IsValid(utf8) ? null : RequestRefusals.NotJson;
        if (refusal is not null)
        {
            return null;
        }

        var json = new RequestJson(utf8, valueDepth);
        try
        {
            var result = read(ref json);
            if (json._refusal is null && json._json.Read())
            {
                json._refusal = RequestRefusals.NotJson;
            }

            refusal = json._refusal;
            return refusal is null ? result : null;
        }
        catch (JsonException)
        {
            refusal = json._refusal ?? RequestRefusals.NotJson;
            return null;
        }
    }

    private GraphRequest? ReadRequest()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            _refusal = _json.TokenType == JsonTokenType.StartArray ? RequestRefusals.Batch : RequestRefusals.NotAnObject;
            return null;
        }

        string? query = null;
        string? id = null;
        string? operationName = null;
        Inputs? variables = null;
        List<Inputs>? sets = null;
        Inputs? extensions = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_refusal is null && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var key = ReadText();
            _refusal ??= seen.Add(key) ? null : RequestRefusals.RepeatedKey;
            _json.Read();
            switch (key)
            {
                case "query":
                    query = ReadTextOrNull(key);
                    break;
                case "id":
                    id = ReadTextOrNull(key);
                    break;
                case "operationName":
                    operationName = ReadTextOrNull(key);
                    break;
                case "variables" when _json.TokenType == JsonTokenType.StartArray:
                    sets = ReadMaps(key);
                    break;
                case "variables":
                    variables = ReadMap(key);
                    break;
                case "extensions":
                    extensions = ReadMap(key);
                    break;
                default:
                    ReadValue();
                    break;
            }
        }

        extensions ??= Inputs.Empty;
        var hash = RequestedHash.Read(id, extensions, out var notHash);
        _refusal ??= notHash ?? (query is null && hash is null ? RequestRefusals.QueryMissing : null);
        return _refusal is null
            ? new(query, hash, operationName, variables ?? Inputs.Empty, extensions) { VariableSets = sets }
            : null;
    }

    private string? ReadTextOrNull(string key)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return ReadText();
            default:
                _refusal ??= RequestRefusals.WrongType(key, "a text");
                return null;
        }
    }

    private Inputs? ReadMap(string key)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return Inputs.Empty;
            case JsonTokenType.StartObject:
                var map = ReadObject();
                return map.Count == 0 ? Inputs.Empty : new Inputs(map);
            default:
                _refusal ??= RequestRefusals.WrongType(key, "an object");
                return null;
        }
    }

    private List<Inputs> ReadMaps(string key)
    {
        var maps = new List<Inputs>();
        while (_refusal is null && _json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (ReadMap(key) is { } map)
            {
                maps.Add(map);
            }
        }

        return maps;
    }

    private object? ReadValue()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                return IsTooDeep() ? null : ReadObject();
            case JsonTokenType.StartArray:
                return IsTooDeep() ? null : ReadList();
            case JsonTokenType.String:
                return ReadText();
            case JsonTokenType.Number:
                return ReadNumber();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                return null;
        }
    }

    private Dictionary<string, object?> ReadObject()
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (_refusal is null && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var key = ReadText();
            _json.Read();
            if (!map.TryAdd(key, ReadValue()))
            {
                _refusal ??= RequestRefusals.RepeatedKey;
            }
        }

        return map;
    }

    private List<object?> ReadList()
    {
        var list = new List<object?>();
        while (_refusal is null && _json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadValue());
        }

        return list;
    }

    private bool IsTooDeep()
    {
        var depth = _json.CurrentDepth - Envelope + 1;
        if (depth > _mostDepth)
        {
            _refusal ??= LimitRefusals.ValueDepth(_mostDepth, depth);
        }

        return _refusal is not null;
    }

    private string ReadText()
    {
        try
        {
            var text = _json.GetString()!;
            if (_json.ValueIsEscaped && text.Contains('\0', StringComparison.Ordinal))
            {
                _refusal ??= RequestRefusals.UnspeakableText;
            }

            return text;
        }
        catch (InvalidOperationException)
        {
            // The bytes were valid UTF-8, so this is an escape of half a surrogate pair.
            _refusal ??= RequestRefusals.UnspeakableText;
            return "";
        }
    }

    private object? ReadNumber()
    {
        if (_json.TryGetInt32(out var small))
        {
            return small;
        }

        if (_json.TryGetInt64(out var large))
        {
            return large;
        }

        if (_json.TryGetDouble(out var real) && double.IsFinite(real))
        {
            return real;
        }

        _refusal ??= RequestRefusals.NumberTooLarge;
        return null;
    }
}
