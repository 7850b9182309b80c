using System.Buffers;
using System.Text;
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

    /// <summary>Bytes of a document that is judged before it becomes a text: the collector moves long texts for milliseconds.</summary>
    private const int LongDocument = 16 * 1024;

    private readonly LimitOptions _limits;
    private Utf8JsonReader _json;
    private RefusalError? _refusal;
    private int _values;

    private RequestJson(ReadOnlySpan<byte> utf8, LimitOptions limits)
    {
        // The reader's own limit only has to be out of reach: ours answers with the numbers.
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.ValueDepth + Envelope + 1 });
        _limits = limits;
    }

    /// <summary>Reads a whole request body; null and a refusal where it is none.</summary>
    public static GraphRequest? Request(ReadOnlySpan<byte> utf8, LimitOptions limits, out RefusalError? refusal)
    {
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (text.IsEmpty)
        {
            refusal = RequestRefusals.Empty;
            return null;
        }

        return Guarded(text, limits, static (ref RequestJson json) => json.ReadRequest(), out refusal);
    }

    /// <summary>Reads the JSON of one parameter of an address.</summary>
    public static Inputs? Map(string key, ReadOnlySpan<byte> utf8, LimitOptions limits, out RefusalError? refusal) =>
        Guarded(utf8, limits, (ref RequestJson json) => json._json.Read() ? json.ReadMap(key) : null, out refusal);

    /// <summary>The keys that a request may have; what stands under others is passed over.</summary>
    [Flags]
    private enum RequestKey
    {
        Other = 0,
        Query = 1,
        Id = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }

    private delegate T? Reading<out T>(ref RequestJson json);

    private static T? Guarded<T>(ReadOnlySpan<byte> utf8, LimitOptions limits, Reading<T> read, out RefusalError? refusal)
        where T : class
    {
        refusal = Utf8.IsValid(utf8) ? null : RequestRefusals.NotJson;
        if (refusal is not null)
        {
            return null;
        }

        var json = new RequestJson(utf8, limits);
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
        var seen = RequestKey.Other;
        while (_refusal is null && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var key = ReadKey();
            _refusal ??= (seen & key) == RequestKey.Other ? null : RequestRefusals.RepeatedKey;
            seen |= key;
            _json.Read();
            switch (key)
            {
                case RequestKey.Query:
                    query = ReadDocumentOrNull();
                    break;
                case RequestKey.Id:
                    id = ReadTextOrNull("id");
                    break;
                case RequestKey.OperationName:
                    operationName = ReadTextOrNull("operationName");
                    break;
                case RequestKey.Variables when _json.TokenType == JsonTokenType.StartArray:
                    sets = ReadMaps("variables");
                    break;
                case RequestKey.Variables:
                    variables = ReadMap("variables");
                    break;
                case RequestKey.Extensions:
                    extensions = ReadMap("extensions");
                    break;
                default:
                    PassValue();
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

    private RequestKey ReadKey() => IsSpeakable() switch
    {
        true when _json.ValueTextEquals("query"u8) => RequestKey.Query,
        true when _json.ValueTextEquals("id"u8) => RequestKey.Id,
        true when _json.ValueTextEquals("operationName"u8) => RequestKey.OperationName,
        true when _json.ValueTextEquals("variables"u8) => RequestKey.Variables,
        true when _json.ValueTextEquals("extensions"u8) => RequestKey.Extensions,
        _ => RequestKey.Other,
    };

    private string? ReadTextOrNull(string key, bool isDocument = false)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return ReadText(isDocument);
            default:
                _refusal ??= RequestRefusals.WrongType(key, "a text");
                return null;
        }
    }

    private string? ReadDocumentOrNull()
    {
        if (_json.TokenType == JsonTokenType.String && _json.ValueSpan.Length > LongDocument)
        {
            JudgeDocument();
        }

        return _refusal is null ? ReadTextOrNull("query", isDocument: true) : null;
    }

    /// <summary>Says of a long document what its characters say, from a buffer that is used again.</summary>
    private void JudgeDocument()
    {
        var characters = ArrayPool<char>.Shared.Rent(_json.ValueSpan.Length);
        try
        {
            var length = _json.CopyString(characters);
            _refusal ??= DocumentLimits.RefusalOf(TokenScan.Of(characters.AsSpan(0, length)), _limits);
        }
        catch (InvalidOperationException)
        {
            _refusal ??= RequestRefusals.UnspeakableText;
        }
        finally
        {
            // It may hold ID numbers: nobody else's buffer shall.
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
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
        if (++_values > _limits.Values)
        {
            _refusal ??= LimitRefusals.Values(_limits.Values);
            return null;
        }

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

    /// <summary>Goes past a value that nobody reads: nothing is made of it, however much it is.</summary>
    private void PassValue()
    {
        var depth = _json.CurrentDepth;
        do
        {
            _ = _json.TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => IsTooDeep(),
                JsonTokenType.String or JsonTokenType.PropertyName => IsSpeakable(),
                _ => true,
            };
        }
        while (_refusal is null && (IsAtOpening || _json.CurrentDepth > depth) && _json.Read());
    }

    private bool IsAtOpening => _json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;

    /// <summary>False, and refused, where a text that is not kept escapes a NUL or half a surrogate pair.</summary>
    private bool IsSpeakable()
    {
        if (_json.ValueIsEscaped)
        {
            ReadText();
        }

        return _refusal is null;
    }

    private bool IsTooDeep()
    {
        var depth = _json.CurrentDepth - Envelope + 1;
        if (depth > _limits.ValueDepth)
        {
            _refusal ??= LimitRefusals.ValueDepth(_limits.ValueDepth, depth);
        }

        return _refusal is not null;
    }

    private string ReadText(bool isDocument = false)
    {
        if (!isDocument && IsTooLong())
        {
            return "";
        }

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

    private bool IsTooLong()
    {
        // A character is a byte at least: most texts need not be counted.
        if (_json.ValueSpan.Length > _limits.TextCharacters &&
            Encoding.UTF8.GetCharCount(_json.ValueSpan) is var length && length > _limits.TextCharacters)
        {
            _refusal ??= LimitRefusals.TextLength(_limits.TextCharacters, length);
        }

        return _refusal is not null;
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
