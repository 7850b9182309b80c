using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SharingApi.Graph.Errors;

/// <summary>Which of the two languages of our sentences a client prefers, by <c>Accept-Language</c>; English where it says nothing.</summary>
internal static class PreferredLanguage
{
    public static bool IsChinese(HttpRequest request) => IsChinese(request.Headers.AcceptLanguage);

    public static bool IsChinese(StringValues header) =>
        header.Count > 0 &&
        StringWithQualityHeaderValue.TryParseList(header, out var languages) &&
        languages
            .Where(static language => language.Quality is not 0)
            .OrderByDescending(static language => language.Quality ?? 1)
            .Select(static language => language.Value.Value ?? "")
            .FirstOrDefault(static language => Is(language, "zh") || Is(language, "en")) is { } first &&
        Is(first, "zh");

    private static bool Is(string language, string primary) =>
        language.StartsWith(primary, StringComparison.OrdinalIgnoreCase) &&
        (language.Length == primary.Length || language[primary.Length] == '-');
}
