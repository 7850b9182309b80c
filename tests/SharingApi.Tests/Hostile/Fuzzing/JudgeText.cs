using System.Text;
using System.Text.Json;
using SharingApi.Graph.Errors;
using Testing;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Says what is wrong with GraphQL responses: their shape, their codes, and what their sentences give away.</summary>
internal static class JudgeText
{
    /// <summary>All codes of <c>schema/refusals.md</c> but the one that means a fault of ours.</summary>
    private static readonly HashSet<string> Codes =
        [.. RefusalCatalogue.All.Select(static refusal => refusal.Code).Where(static code => code != "INTERNAL_ERROR")];

    private static readonly string[] Keys = ["data", "errors", "extensions"];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static JsonDocument? Parsed(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            _ = Strict.GetCharCount(utf8.Span);
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 200 });
        }
        catch (Exception broken) when (broken is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>One response, or those of a batch.</summary>
    public static string? Responses(byte[] utf8)
    {
        using var json = Parsed(utf8);
        return json?.RootElement.ValueKind switch
        {
            null => $"got what is not JSON: {Encoding.UTF8.GetString(utf8)}",
            JsonValueKind.Array when json.RootElement.GetArrayLength() == 0 => "got an empty array",
            JsonValueKind.Array => json.RootElement.EnumerateArray().Select(Response).FirstOrDefault(static wrong => wrong is not null),
            _ => Response(json.RootElement),
        };
    }

    public static string? Response(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object ||
            response.EnumerateObject().Any(static key => !Keys.Contains(key.Name, StringComparer.Ordinal)))
        {
            return $"got what is no response: {response}";
        }

        var hasErrors = response.TryGetProperty("errors", out var errors);
        var hasData = response.TryGetProperty("data", out var data);
        return (hasErrors, hasData) switch
        {
            (false, false) => $"got neither data nor errors: {response}",
            (false, _) when data.ValueKind != JsonValueKind.Object => $"got no data and no error: {response}",
            (true, _) => Errors(errors),
            _ => null,
        };
    }

    public static string? Errors(JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
        {
            return $"got errors without an error: {errors}";
        }

        return errors.EnumerateArray().Select(Error).FirstOrDefault(static wrong => wrong is not null);
    }

    /// <summary>Whole events, and each <c>next</c> a response.</summary>
    public static string? Events(string text, bool isWhole)
    {
        var events = text.Split("\n\n");
        if (isWhole && events[^1].Length > 0)
        {
            return $"got half an event: {events[^1]}";
        }

        foreach (var lines in events[..^1].Select(static one => one.Split('\n')))
        {
            var name = lines.FirstOrDefault(static line => line.StartsWith("event:", StringComparison.Ordinal))?[6..].Trim();
            var data = lines.FirstOrDefault(static line => line.StartsWith("data:", StringComparison.Ordinal))?[5..].Trim();
            var wrong = (name, data) switch
            {
                ("next", { } body) => Responses(Encoding.UTF8.GetBytes(body)),
                ("complete", _) => null,
                (null, null) when lines.All(static line => line.Length == 0 || line[0] == ':') => null,
                _ => $"got an event that is none: {string.Join('\n', lines)}",
            };
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return null;
    }

    /// <summary>Names of types, SQL or stack frames in a text that is ours.</summary>
    public static string? Leak(string text, string mediaType) =>
        mediaType is not ("text/javascript" or "application/graphql" or "text/html") && (mediaType.Length == 0 ? Discretion.Betrayed(text) : Discretion.Inside(text)) is { } told
            ? $"was told '{told}': {text}"
            : null;

    private static string? Error(JsonElement error)
    {
        var code = error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var said) ? said.GetString() : null;
        var message = error.TryGetProperty("message", out var sentence) ? sentence.GetString() : null;
        return string.IsNullOrWhiteSpace(message) || code is null || !Codes.Contains(code)
            ? $"got an error without a known code and a sentence: {error}"
            : Leak(message, "");
    }
}
